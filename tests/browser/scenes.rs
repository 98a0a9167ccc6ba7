//! Pages other than a flow's: what is wrong, and what moves a browser on.

use std::collections::HashMap;

use axum::Router;
use axum::body::Bytes;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::routing::get;

use kratos_account::config::Deletion;
use serde_json::json;

use super::recorded::LANGUAGES;
use super::support::{Answer, Application, Reply, Upstream, config, recording};

const FLOW: &str = "/settings?flow=00000000-0000-4000-8000-000000000001";
const FLOW_ID: &str = "00000000-0000-4000-8000-000000000001";
const CONSENT: &str = "/consent?consent_challenge=x";

/// Somebody whom the recorded request of an application is about.
fn signed_in() -> Answer {
    let address = json!({"value": "ada@example.org", "via": "email", "verified": true});
    let id = "ba7dc8a4-0e9e-49a9-8115-f383e9b8e17f";
    Answer::json(200, &json!({"id": FLOW_ID, "identity": {"id": id, "verifiable_addresses": [address]}}))
}

const DELETION: &str = "/settings/delete";
const AGREED: &str = "_whose=ba7dc8a4-0e9e-49a9-8115-f383e9b8e17f&understood=true&deed=delete";

/// The same, who has just shown it with all there is.
fn recently_signed_in() -> Answer {
    let mut session: serde_json::Value = serde_json::from_slice(&signed_in().body).unwrap();
    session["authenticated_at"] = jiff::Timestamp::now().to_string().into();
    session["authenticator_assurance_level"] = "aal2".into();
    Answer::json(200, &session)
}

/// The request, without its picture: nothing is fetched from elsewhere here.
fn asked() -> Answer {
    let mut request = recording::read("consent/get").response.body;
    request["client"]["logo_uri"] = "".into();
    request["requested_scope"] =
        json!(["openid", "email", "a_scope_with_a_name_that_is_long_and_has_no_place_to_break"]);
    request["requested_access_token_audience"] = json!(["https://api.example.org"]);
    Answer::json(200, &request)
}

/// What somebody has allowed.
fn connected() -> Answer {
    let client =
        json!({"client_id": "app", "client_name": "Example App", "policy_uri": "https://app.example.org/privacy"});
    let request = json!({"client": client, "subject": "somebody"});
    let scopes = json!(["openid", "a_scope_with_a_name_that_is_long_and_has_no_place_to_break"]);
    Answer::json(
        200,
        &json!([{"consent_request": request, "grant_scope": scopes, "handled_at": "2026-11-25T10:00:00Z"}]),
    )
}

const ERROR: &str = "/error?id=00000000-0000-4000-8000-000000000001";

/// A page that needs its own Kratos.
struct Scene {
    name: &'static str,
    answers: Vec<Answer>,
    /// What is posted, where it is not just opened.
    form: Option<&'static str>,
    target: &'static str,
    /// Whether Kratos is a sibling host.
    sibling: bool,
    /// What Hydra answers, where there is one.
    hydra: Vec<Answer>,
    /// What people may do to their account, and what the admin API answers to it.
    deletion: Option<(Deletion, Answer)>,
}

impl Scene {
    fn opened(name: &'static str, answer: Answer) -> Self {
        Self {
            name,
            answers: vec![answer],
            form: None,
            target: FLOW,
            sibling: false,
            hydra: Vec::new(),
            deletion: None,
        }
    }

    fn posted(name: &'static str, form: &'static str, answers: Vec<Answer>) -> Self {
        Self { form: Some(form), answers, ..Self::opened(name, Answer::empty(500)) }
    }

    /// The page where somebody deletes or deactivates their account.
    fn deletion(name: &'static str, deed: Deletion, target: &'static str) -> Self {
        let deletion = Some((deed, Answer::empty(204)));
        Self { target, deletion, ..Self::opened(name, recently_signed_in()) }
    }

    fn all() -> Vec<Self> {
        let flow = || Answer::recorded("settings/fresh");
        let recorded = |name: &str| Answer::recorded(&format!("settings_json/{name}"));
        vec![
            Self { target: "/nowhere", ..Self::opened("not found", Answer::empty(500)) },
            Self {
                target: "/settings?return_to=https://example.org/",
                ..Self::opened("forbidden way back", Answer::recorded("settings_errors/return_to_forbidden_json"))
            },
            Self { target: "/error", ..Self::opened("error", Answer::empty(500)) },
            Self { target: "/error?error=access_denied", ..Self::opened("error of Hydra", Answer::empty(500)) },
            Self { target: ERROR, ..Self::opened("error of a form", Answer::recorded("errors/csrf")) },
            Self { target: ERROR, ..Self::opened("error of a provider", Answer::recorded("errors/oidc_two_tabs")) },
            Self {
                target: "/registration",
                ..Self::opened("not offered", Answer::recorded("registration_errors/disabled_init_400"))
            },
            Self {
                target: "/login?flow=00000000-0000-4000-8000-000000000001",
                ..Self::posted(
                    "switched off",
                    "method=password",
                    vec![Answer::recorded("login_json/identity_disabled_401")],
                )
            },
            Self::opened("busy", Answer::empty(429)),
            Self::opened("unavailable", Answer::empty(500)),
            Self::opened("circles", Answer::recorded("settings_errors/no_session_401")),
            Self::posted("form not recognised", "method=password", vec![recorded("csrf_403")]),
            Self::posted("not saved", "method=profile", vec![Answer::empty(500)]),
            Self::posted("maybe saved", "method=password", vec![Answer::empty(500)]),
            Self::posted("moving on", "link=hydra", vec![recorded("oidc_422")]),
            // The question again, for who cannot see it as a dialog.
            Self::posted("second look", "unlink=hydra&_ask=true", vec![Answer::recorded("settings/oidc_linked")]),
            Self {
                target: "/sessions",
                ..Self::posted(
                    "a session, second look",
                    "end=2f2716e9-f3b4-4c49-80c9-4ee5d5de4741&_ask=true",
                    vec![Answer::recorded("sessions/list")],
                )
            },
            Self {
                target: "/sessions",
                ..Self::posted("sessions, second look", "end=others&_ask=true", vec![Answer::empty(500)])
            },
            Self {
                sibling: true,
                ..Self::posted("enter again", "method=profile", vec![flow(), recorded("refresh_required_403")])
            },
            Self { target: CONSENT, hydra: vec![asked()], ..Self::opened("consent", signed_in()) },
            Self { target: CONSENT, hydra: vec![Answer::empty(404)], ..Self::opened("unknown", Answer::empty(500)) },
            Self {
                target: CONSENT,
                hydra: vec![asked()],
                ..Self::opened("another's consent", Answer::json(200, &json!({"id": FLOW_ID})))
            },
            Self {
                target: "/oauth2/logout?logout_challenge=x",
                hydra: vec![Answer::recorded("logout/oauth2_get")],
                ..Self::opened("signing out of applications", Answer::empty(500))
            },
            Self { target: "/applications", hydra: vec![connected()], ..Self::opened("applications", signed_in()) },
            Self {
                target: "/applications",
                hydra: vec![Answer::json(200, &json!([]))],
                ..Self::opened("no applications", signed_in())
            },
            Self {
                target: "/applications",
                hydra: vec![connected()],
                ..Self::posted("applications, second look", "revoke=app&_ask=true", vec![signed_in()])
            },
            Self::deletion("deletion", Deletion::Delete, DELETION),
            Self::deletion("deletion, not agreed to", Deletion::Delete, "/settings/delete?unticked"),
            Self::deletion("deactivation", Deletion::Deactivate, DELETION),
            Self { form: Some(AGREED), ..Self::deletion("deleted", Deletion::Delete, DELETION) },
            Self {
                form: Some(AGREED),
                deletion: Some((Deletion::Delete, Answer::empty(403))),
                ..Self::deletion("not deleted", Deletion::Delete, DELETION)
            },
            Self {
                form: Some(AGREED),
                deletion: Some((Deletion::Delete, Answer::empty(500))),
                ..Self::deletion("maybe deleted", Deletion::Delete, DELETION)
            },
            Self {
                form: Some(AGREED),
                answers: vec![Answer::recorded("sessions/whoami_401")],
                ..Self::deletion("deleted already", Deletion::Delete, DELETION)
            },
            Self {
                target: FLOW,
                answers: vec![flow()],
                ..Self::deletion("settings, with deletion", Deletion::Delete, DELETION)
            },
        ]
    }

    async fn play(&self, language: &str) -> Reply {
        let upstream = Upstream::start(self.answers.iter().cloned()).await;
        let mut config = config(upstream.url.clone());
        let host = if self.sibling { "kratos.example.org" } else { "localhost" };
        config.kratos_browser_url = Some(format!("http://{host}:4433").parse().unwrap());
        if let Some((deed, answer)) = &self.deletion {
            config.account_deletion = Some(*deed);
            config.kratos_admin_url = Some(Upstream::start([answer.clone()]).await.url);
        }
        if !self.hydra.is_empty() {
            let hydra = Upstream::start(self.hydra.iter().cloned()).await;
            config.hydra_admin_url = Some(hydra.url);
            config.hydra_public_url = Some("http://localhost:4445".parse().unwrap());
        }
        let application = Application::with(config).await;
        let Some(form) = self.form else {
            let language = ("accept-language", language);
            let mut reply = application.get(self.target, &[language]).await;
            // Round and round, until that is noticed.
            while reply.status == 303 {
                let cookies: Vec<&str> = reply.cookies().iter().filter_map(|cookie| cookie.split(';').next()).collect();
                reply = application.get(self.target, &[language, ("cookie", &cookies.join("; "))]).await;
            }
            return reply;
        };
        let headers = [
            ("accept-language", language),
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
        ];
        application.send(Method::POST, self.target, &headers, form).await
    }
}

/// Serves all of them below `/scene/`, and gives their names, in order. What would move the
/// browser on is left out, so that they can be looked at.
pub(crate) async fn router() -> (Router, Vec<&'static str>) {
    let (mut router, mut names) = (Router::new(), Vec::new());
    for scene in Scene::all() {
        let mut pages = HashMap::new();
        for language in LANGUAGES {
            pages.insert(language, page(&scene, language).await);
        }
        let show = move |headers: HeaderMap| {
            let language = headers.get(ACCEPT_LANGUAGE).and_then(|language| language.to_str().ok());
            let page = language.and_then(|language| pages.get(language)).unwrap_or(&pages[LANGUAGES[0]]);
            std::future::ready(page.clone())
        };
        router = router.route(&format!("/scene/{}", names.len()), get(show));
        names.push(scene.name);
    }
    (router, names)
}

async fn page(scene: &Scene, language: &str) -> (StatusCode, [(HeaderName, String); 2], Bytes) {
    let reply = scene.play(language).await;
    let policy = reply.header("content-security-policy").unwrap().to_owned();
    assert_eq!(reply.header("content-type"), Some("text/html; charset=utf-8"), "{}: {reply:?}", scene.name);
    let status = StatusCode::from_u16(reply.status).unwrap();
    let headers = [(CONTENT_TYPE, "text/html; charset=utf-8".to_owned()), (CONTENT_SECURITY_POLICY, policy)];
    (status, headers, Bytes::from(reply.body))
}

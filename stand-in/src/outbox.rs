//! The mails: nothing is sent, all can be read.

use crate::call::Call;
use crate::http::Reply;
use crate::pages;
use crate::schema::Via;
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

/// A mail or an SMS.
#[derive(Clone, Debug)]
pub(crate) struct Mail {
    /// Its id.
    id: Uuid,
    /// How it is sent.
    via: Via,
    /// To whom.
    recipient: String,
    /// Kratos' name of the template.
    template: &'static str,
    /// The subject.
    subject: String,
    /// The text.
    body: String,
    /// When.
    at: Timestamp,
}

impl Mail {
    /// Kratos' name of what it is.
    fn kind(&self) -> &'static str {
        match self.via {
            Via::Email => "email",
            Via::Sms => "phone",
        }
    }

    /// The code in it: six digits.
    fn code(&self) -> Option<&str> {
        let lines = std::iter::once(self.subject.as_str()).chain(self.body.lines());
        let mut words = lines
            .filter(|line| !line.starts_with("http"))
            .flat_map(|line| line.split(|character: char| !character.is_ascii_digit()));
        words.find(|digits| digits.len() == 6)
    }
}

impl Call<'_> {
    /// Writes a mail or an SMS.
    pub(crate) fn send(&mut self, via: Via, recipient: &str, template: &'static str, subject: String, body: String) {
        tracing::info!(template, "a message for the outbox");
        let recipient = recipient.to_owned();
        self.state.mails.push(Mail { id: Uuid::new_v4(), via, recipient, template, subject, body, at: self.now });
    }

    /// The mails, newest first, of one recipient if the query names one.
    fn mails(&self) -> impl Iterator<Item = &Mail> {
        let wanted = self.req.query("recipient");
        self.state.mails.iter().rev().filter(move |mail| wanted.is_none_or(|wanted| mail.recipient == wanted))
    }
}

/// `GET /admin/courier/messages`, in Kratos' shape.
pub(crate) fn messages(call: &Call<'_>) -> Reply {
    let mails: Vec<Value> = call
        .mails()
        .map(|mail| {
            json!({
                "id": mail.id, "status": "queued", "type": mail.kind(), "recipient": mail.recipient, "body": mail.body,
                "subject": mail.subject, "template_type": mail.template, "channel": mail.via.name(), "send_count": 0,
                "created_at": mail.at, "updated_at": mail.at,
            })
        })
        .collect();
    Reply::json(200, &mails)
}

/// `GET /ui/outbox`: the mails as a page, newest first, with their codes and links.
pub(crate) fn page(call: &Call<'_>) -> Reply {
    let mails: String = call.mails().map(article).collect();
    let mails = if mails.is_empty() { "<p>Nothing was sent yet.</p>".to_owned() } else { mails };
    let home = pages::escape(&call.public("/ui"));
    let body = format!("<p>What Kratos sent, newest first. <a href=\"{home}\">Where everything is</a></p>{mails}");
    Reply::html(200, pages::page("Outbox", &body))
}

/// A mail or an SMS.
fn article(mail: &Mail) -> String {
    let [id, to, subject] = [&mail.id.to_string(), &mail.recipient, &mail.subject].map(|text| pages::escape(text));
    let way = match mail.via {
        Via::Email => "E-mail",
        Via::Sms => "SMS",
    };
    let code = mail.code().map(|code| format!("<dt>Code</dt><dd><code>{code}</code></dd>")).unwrap_or_default();
    let at = mail.at.strftime("%F %T");
    let links: String = mail.body.lines().filter_map(link).collect();
    let text = pages::escape(&mail.body);
    format!(
        "<article aria-labelledby=\"{id}\" data-template=\"{}\"><h2 id=\"{id}\">{subject}</h2><dl>\
         <dt>To</dt><dd>{to}</dd><dt>By</dt><dd>{way}</dd>\
         <dt>At</dt><dd><time datetime=\"{}\">{at} UTC</time></dd>{code}{links}</dl>\
         <details><summary>The text</summary><pre>{text}</pre></details></article>",
        mail.template, mail.at,
    )
}

/// A line that is a link, to follow.
fn link(line: &str) -> Option<String> {
    let shown = pages::escape(line.trim());
    let is_link = shown.starts_with("http://") || shown.starts_with("https://");
    is_link.then(|| format!("<dt>Link</dt><dd><a href=\"{shown}\">{shown}</a></dd>"))
}

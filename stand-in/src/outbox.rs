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

/// `GET /ui/outbox`: the mails as a page, with their links to follow.
pub(crate) fn page(call: &Call<'_>) -> Reply {
    let mails: Vec<String> = call
        .mails()
        .map(|mail| {
            let text: String = mail.body.lines().map(line).collect();
            let (to, subject) = (pages::escape(&mail.recipient), pages::escape(&mail.subject));
            format!("<article><h2>{subject}</h2><p>To {to}, {}</p>{text}</article>", mail.at)
        })
        .collect();
    let mails = if mails.is_empty() { "<p>No mail yet.</p>".to_owned() } else { mails.concat() };
    Reply::html(200, pages::page("Outbox", &mails))
}

/// A line of a mail; one that is a link can be followed.
fn line(text: &str) -> String {
    let shown = pages::escape(text);
    match text {
        "" => String::new(),
        link if link.starts_with("http") => format!("<p><a href=\"{shown}\">{shown}</a></p>"),
        _ => format!("<p>{shown}</p>"),
    }
}

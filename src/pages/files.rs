//! `/static/…`: style sheet, scripts and pictures.

use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};

use crate::flow::problem::Problem;
use crate::visit::Visit;

/// `GET /static/{file}`: the name tells the content, so a browser may keep it for ever.
pub(crate) async fn show(visit: Visit) -> Result<Response, Problem> {
    let account = &visit.account;
    let mut all = account.pages.assets.all().chain(&account.pages.brand.logo).chain(&account.pages.brand.stylesheet);
    let name = visit.path().rsplit('/').next().unwrap_or_default();
    let asset = all.find(|asset| asset.href.rsplit('/').next() == Some(name)).ok_or(Problem::NotFound)?;
    let headers = [
        (CONTENT_TYPE, asset.media_type),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
        // A picture that is opened by itself runs nothing and asks nobody.
        (CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox"),
    ];
    Ok((headers, asset.content.clone()).into_response())
}

//! What Kratos gets to know of the browser.

use std::net::IpAddr;

use http::header::{ACCEPT_LANGUAGE, COOKIE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use ipnet::IpNet;

use crate::trace;

/// The headers that go on as they came. Never the browser's `X-Forwarded-*`, `X-Session-Token` or
/// `Authorization`: Kratos believes them from anyone.
const FORWARDED: [HeaderName; 3] = [COOKIE, USER_AGENT, ACCEPT_LANGUAGE];

static X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Where the browser is, as an edge network in front of us says: Kratos shows it beside a session.
/// Believed as `X-Forwarded-For` is, and Kratos believes it from anyone.
static PLACE: [HeaderName; 4] = [
    HeaderName::from_static("cf-ipcity"),
    HeaderName::from_static("cf-ipcountry"),
    HeaderName::from_static("cf-iplatitude"),
    HeaderName::from_static("cf-iplongitude"),
];

/// Whether a header says something of the browser's connection, under any spelling that some
/// gateway takes for the same. Anyone can write it: only this application's own may go on.
pub(crate) fn is_claim(name: &HeaderName) -> bool {
    let name = folded(name);
    name.starts_with("cf-")
        || name.starts_with("x-forwarded-")
        || matches!(
            name.as_str(),
            "forwarded"
                | "x-forwarded"
                | "x-real-ip"
                | "x-client-ip"
                | "x-cluster-client-ip"
                | "client-ip"
                | "true-client-ip"
        )
}

/// A header's name as gateways make it a variable's (RFC 3875, 4.1.18), where many spellings are one:
/// `X_User.Id` is `x-user-id`.
pub(crate) fn folded(name: &HeaderName) -> String {
    let fold = |byte: char| if byte.is_ascii_alphanumeric() { byte } else { '-' };
    name.as_str().chars().map(fold).collect()
}

/// The headers of a browser that Kratos gets. `peer`: who is at the other end of the connection,
/// where the server tells.
pub(crate) fn headers(of: &HeaderMap, peer: Option<IpAddr>, trusted: &[IpNet]) -> HeaderMap {
    let mut forwarded = HeaderMap::with_capacity(8);
    for name in &FORWARDED {
        for value in of.get_all(name) {
            forwarded.append(name, value.clone());
        }
    }
    forwarded.extend(trace::headers(of));
    let Some(peer) = peer else { return forwarded };
    if let Ok(client) = HeaderValue::from_str(&client_address(peer, of, trusted).to_string()) {
        forwarded.insert(X_FORWARDED_FOR.clone(), client);
    }
    if is_trusted(peer, trusted) {
        forwarded.extend(PLACE.iter().filter_map(|name| Some((name.clone(), of.get(name)?.clone()))));
    }
    forwarded
}

/// The client's address and place among those headers.
pub(crate) fn whereabouts(forwarded: &HeaderMap) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
    let names = std::iter::once(&X_FORWARDED_FOR).chain(&PLACE);
    names.filter_map(|name| Some((name.clone(), forwarded.get(name)?.clone())))
}

/// Whether what this address says of a browser is believed.
pub(crate) fn is_trusted(address: IpAddr, trusted: &[IpNet]) -> bool {
    let address = address.to_canonical();
    trusted.iter().any(|network| network.contains(&address))
}

/// The address of the client: the peer's, or, if that is a trusted proxy, what it says. From the
/// right, each trusted address tells of the one before it; what stands before the first that
/// is not trusted anyone may have written.
fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let mut client = peer.to_canonical();
    let lines: Vec<&str> =
        headers.get_all(&X_FORWARDED_FOR).iter().map(|line| line.to_str().unwrap_or_default()).collect();
    for hop in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
        let Ok(before) = hop.trim().parse::<IpAddr>() else { break };
        if !is_trusted(client, trusted) {
            break;
        }
        client = before.to_canonical();
    }
    client
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_anyone_can_claim_is_known_in_every_spelling() {
        for name in [
            "cf-ipcity",
            "cf-ipcountry",
            "cf-connecting-ip",
            "cf-of-tomorrow",
            "cf_ipcity",
            "true-client-ip",
            "true_client_ip",
            "x-real-ip",
            "x.real.ip",
            "forwarded",
            "x-forwarded-for",
            "x_forwarded_host",
            "x-forwarded-of-tomorrow",
        ] {
            assert!(is_claim(&HeaderName::from_static(name)), "{name}");
        }
        for name in ["cookie", "origin", "x-csrf-token", "cfx", "x-forwardedfor", "user-agent"] {
            assert!(!is_claim(&HeaderName::from_static(name)), "{name}");
        }
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        let trusted: Vec<IpNet> = vec!["10.0.0.0/8".parse().unwrap(), "2001:db8::/32".parse().unwrap()];
        for (peer, lines, client) in [
            ("203.0.113.9", vec![], "203.0.113.9"),
            ("203.0.113.9", vec!["198.51.100.1"], "203.0.113.9"),
            ("10.0.0.1", vec!["198.51.100.1"], "198.51.100.1"),
            ("::ffff:10.0.0.1", vec!["198.51.100.1"], "198.51.100.1"),
            ("2001:db8::1", vec!["2a00::7"], "2a00::7"),
            ("10.0.0.1", vec!["6.6.6.6, 198.51.100.1, 10.0.0.2"], "198.51.100.1"),
            ("10.0.0.1", vec!["6.6.6.6", "198.51.100.1", "10.0.0.2"], "198.51.100.1"),
            ("10.0.0.1", vec![], "10.0.0.1"),
            ("10.0.0.1", vec!["unknown"], "10.0.0.1"),
            ("10.0.0.1", vec!["6.6.6.6, garbage, 10.0.0.2"], "10.0.0.2"),
        ] {
            let mut headers = HeaderMap::new();
            for line in &lines {
                headers.append(X_FORWARDED_FOR.clone(), line.parse().unwrap());
            }
            assert_eq!(
                client_address(peer.parse().unwrap(), &headers, &trusted).to_string(),
                client,
                "{peer} {lines:?}"
            );
        }
    }
}

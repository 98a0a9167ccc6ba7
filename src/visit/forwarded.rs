//! What Kratos gets to know of the browser.

use std::net::IpAddr;

use http::header::{ACCEPT_LANGUAGE, COOKIE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use ipnet::IpNet;

/// The headers that go on as they came. Never the browser's `X-Forwarded-*`, `X-Session-Token` or
/// `Authorization`: Kratos believes them from anyone.
const FORWARDED: [HeaderName; 4] = [COOKIE, USER_AGENT, ACCEPT_LANGUAGE, HeaderName::from_static("traceparent")];

pub(crate) const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The headers of a browser that Kratos gets. `peer`: who is at the other end of the connection,
/// where the server tells.
pub(crate) fn headers(of: &HeaderMap, peer: Option<IpAddr>, trusted: &[IpNet]) -> HeaderMap {
    let mut forwarded = HeaderMap::with_capacity(FORWARDED.len() + 1);
    for name in &FORWARDED {
        for value in of.get_all(name) {
            forwarded.append(name, value.clone());
        }
    }
    let client = peer.map(|peer| client_address(peer, of, trusted).to_string());
    if let Some(client) = client.and_then(|client| HeaderValue::from_str(&client).ok()) {
        forwarded.insert(X_FORWARDED_FOR, client);
    }
    forwarded
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
        headers.get_all(X_FORWARDED_FOR).iter().map(|line| line.to_str().unwrap_or_default()).collect();
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
                headers.append(X_FORWARDED_FOR, line.parse().unwrap());
            }
            assert_eq!(
                client_address(peer.parse().unwrap(), &headers, &trusted).to_string(),
                client,
                "{peer} {lines:?}"
            );
        }
    }
}

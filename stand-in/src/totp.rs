//! One-time passwords of an authenticator app.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use totp_rs::{Builder, Secret};

/// Side of the picture, in pixels.
const SIDE: u32 = 256;

/// Whose codes these are, in the app.
const ISSUER: &str = "Kratos stand-in";

/// A fresh secret, base32.
pub(crate) fn new_secret() -> String {
    let mut bytes = [0; 20];
    crate::call::random(&mut bytes);
    Secret::from(bytes.to_vec()).to_base32()
}

/// Whether a code is right now, or was or will be half a minute away.
pub(crate) fn verify(secret: &str, code: &str, now: Timestamp) -> bool {
    let (Ok(secret), Ok(now)) = (Secret::try_from_base32(secret), u64::try_from(now.as_second())) else { return false };
    Builder::new().with_secret(secret).with_skew(1).build_noncompliant().check(code.trim(), now).is_some()
}

/// The picture of a secret as a `data:` URL.
pub(crate) fn qr(secret: &str, account: &str) -> String {
    let encode =
        |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
    let uri = format!(
        "otpauth://totp/{issuer}:{account}?algorithm=SHA1&digits=6&issuer={issuer}&period=30&secret={secret}",
        issuer = encode(ISSUER),
        account = encode(account),
    );
    let Ok(code) = qrcode::QrCode::new(uri.as_bytes()) else { return String::new() };
    let modules = u32::try_from(code.width()).unwrap_or(1);
    let scale = (SIDE / (modules + 8)).max(1);
    let margin = (SIDE - modules * scale) / 2;
    let dark = |x: u32, y: u32| {
        let module = |at: u32| at.checked_sub(margin).map(|at| at / scale).filter(|at| *at < modules);
        let (Some(x), Some(y)) = (module(x), module(y)) else { return false };
        code[(x as usize, y as usize)] == qrcode::Color::Dark
    };
    let pixels: Vec<u8> =
        (0..SIDE).flat_map(|y| (0..SIDE).map(move |x| (x, y))).map(|(x, y)| if dark(x, y) { 0 } else { 255 }).collect();
    let mut image = Vec::new();
    let mut encoder = png::Encoder::new(&mut image, SIDE, SIDE);
    encoder.set_color(png::ColorType::Grayscale);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixels));
    if let Err(error) = written {
        tracing::error!(%error, "no picture of the secret");
    }
    format!("data:image/png;base64,{}", STANDARD.encode(image))
}

#[cfg(test)]
mod tests {
    use super::{new_secret, qr, verify};
    use jiff::Timestamp;
    use totp_rs::{Builder, Secret};

    #[test]
    fn a_code_holds_for_its_step_and_the_neighbours() {
        let secret = new_secret();
        assert_eq!(secret.len(), 32);
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let app = Builder::new().with_secret(Secret::try_from_base32(&secret).unwrap()).build_noncompliant();
        let code = app.generate(1_800_000_000).to_string();
        assert!(verify(&secret, &code, now));
        assert!(!verify(&secret, &code, Timestamp::from_second(1_800_000_090).unwrap()));
        assert!(!verify(&secret, "", now));
    }

    #[test]
    fn the_picture_is_a_png() {
        assert!(qr(&new_secret(), "ada@example.org").starts_with("data:image/png;base64,iVBORw0KGgo"));
    }
}

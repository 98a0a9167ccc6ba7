//! Serves a stand-in on fixed ports until it is stopped: `cargo run -p kratos-stand-in --example serve [PORT [plain]]`.
//!
//! The provider is on the next port. The account application is expected at `http://localhost:4455`. With `plain` the
//! identity schema is one that forms can serve, so that people can sign up.

use kratos_stand_in::{Config, PLAIN_SCHEMA, RICH_SCHEMA, StandIn};
use std::error::Error;
use std::future::pending;
use std::io::Write as _;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port: u16 = std::env::args().nth(1).map_or(Ok(4433), |port| port.parse())?;
    let kratos = TcpListener::bind(("127.0.0.1", port)).await?;
    let provider = TcpListener::bind(("127.0.0.1", port + 1)).await?;
    let schema = if std::env::args().nth(2).as_deref() == Some("plain") { PLAIN_SCHEMA } else { RICH_SCHEMA };
    let config = Config { schema: schema.to_owned(), ..Config::default() };
    let stand_in = StandIn::start_on(config, kratos, provider)?;
    writeln!(std::io::stdout(), "{}\nsigned in: {}", stand_in.home_url(), stand_in.demo_url())?;
    pending().await
}

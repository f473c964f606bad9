//! HTTP/1.1 by hand: one request and one answer per connection.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::faults::{self, Fault};
use super::{State, v11, v12};

/// The first byte of whoever wants to speak TLS.
const TLS_HANDSHAKE: u8 = 0x16;

/// A request that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The path and the query, as sent.
    pub address: String,
    /// The headers, by lower-case name.
    pub headers: BTreeMap<String, String>,
}

impl Asked {
    /// The path without the query.
    #[must_use]
    pub fn path(&self) -> &str {
        self.address.split('?').next().unwrap_or_default()
    }

    /// The values of a name in the query, unescaped.
    #[must_use]
    pub fn values(&self, name: &str) -> Vec<String> {
        let query = self.address.split_once('?').map_or("", |(_, query)| query);
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.filter(|(key, _)| *key == name).map(|(_, value)| unescaped(value)).collect()
    }

    /// The one value of a name in the query.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<String> {
        self.values(name).into_iter().next()
    }
}

/// A status and a JSON body.
pub(super) type Reply = (u16, Value);

pub(super) async fn answer(mut stream: TcpStream, state: Arc<State>) {
    // A client that goes away is no fault of the server's.
    let _ = try_answer(&mut stream, &state).await;
}

async fn try_answer(stream: &mut TcpStream, state: &State) -> io::Result<()> {
    let Some(asked) = read(stream).await? else { return Ok(()) };
    let mut number = 0;
    state.count.send_modify(|count| {
        *count += 1;
        number = *count;
    });
    let ((status, mut body), fault) = {
        let mut inner = state.inner();
        inner.asked.push(asked.clone());
        let reply = if asked.path().starts_with("/api/v11/") {
            v11::reply(&inner.content, &asked)
        } else {
            v12::reply(&inner.content, &asked)
        };
        (reply, faults::meets(&mut inner.faults, number, &asked.address))
    };
    match &fault {
        Some(Fault::NullItems) => spoil(&mut body, ["itemList", "items"], |_| Value::Null),
        Some(Fault::Moved(by)) => {
            let moved = |old: &Value| Value::from(old.as_i64().unwrap_or_default() + by);
            spoil(&mut body, ["pageCount", "totalItems"], moved);
        }
        _ => {}
    }
    write(stream, status, body.to_string().into_bytes(), fault).await
}

fn spoil(body: &mut Value, names: [&str; 2], with: impl Fn(&Value) -> Value) {
    for name in names {
        if let Some(value) = body.get_mut(name) {
            *value = with(value);
        }
    }
}

pub(super) async fn read(stream: &mut TcpStream) -> io::Result<Option<Asked>> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let byte = stream.read_u8().await?;
        if head.is_empty() && byte == TLS_HANDSHAKE {
            stream.write_all(b"HTTP/1.1 400 This is no TLS\r\n\r\n").await?;
            return Ok(None);
        }
        head.push(byte);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut lines = head.lines();
    let address = lines.next().and_then(|line| line.split(' ').nth(1)).map(str::to_owned);
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    Ok(address.map(|address| Asked { address, headers }))
}

async fn write(
    stream: &mut TcpStream,
    status: u16,
    body: Vec<u8>,
    fault: Option<Fault>,
) -> io::Result<()> {
    let length = |body: &[u8]| format!("Content-Length: {}\r\n", body.len());
    let html = b"<!doctype html><title>Huoltokatko</title>".to_vec();
    match fault {
        None | Some(Fault::NullItems | Fault::Moved(_)) => {
            send(stream, status, "application/json; charset=utf-8", &length(&body), &body).await
        }
        Some(Fault::Status(status, after)) => {
            let after = after.map(|after| format!("Retry-After: {after}\r\n")).unwrap_or_default();
            send(stream, status, "text/html", &(length(&html) + &after), &html).await
        }
        Some(Fault::Maintenance) => send(stream, 200, "text/html", &length(&html), &html).await,
        Some(Fault::Redirect(to)) => {
            let headers = format!("Location: {to}\r\nContent-Length: 0\r\n");
            send(stream, 302, "text/html", &headers, b"").await
        }
        Some(Fault::Body(body)) => {
            send(stream, 200, "application/json", &length(&body), &body).await
        }
        Some(Fault::CutAt(at)) => {
            let cut = &body[..at.min(body.len())];
            send(stream, status, "application/json", &length(&body), cut).await
        }
        Some(Fault::CutBeforeEnd) => {
            let cut = &body[..body.len().saturating_sub(1)];
            send(stream, status, "application/json", &length(&body), cut).await
        }
        Some(Fault::WrongLength(by)) => {
            let wrong = body.len().saturating_add_signed(isize::try_from(by).unwrap_or(0));
            let headers = format!("Content-Length: {wrong}\r\n");
            send(stream, status, "application/json", &headers, &body).await
        }
        Some(fault) => write_broken(stream, &body, fault).await,
    }
}

async fn write_broken(stream: &mut TcpStream, body: &[u8], fault: Fault) -> io::Result<()> {
    let json = "application/json";
    let packed = "Content-Encoding: gzip\r\n";
    match fault {
        Fault::BadChunk => {
            let chunked = [b"5\r\n", &body[..5.min(body.len())], b"\r\nzz\r\n"].concat();
            send(stream, 200, json, "Transfer-Encoding: chunked\r\n", &chunked).await
        }
        Fault::CutPack => {
            let whole = pack(|packer| packer.write_all(body))?;
            send(stream, 200, json, packed, &whole[..whole.len() / 2]).await
        }
        Fault::Bomb(size) => {
            let zeros = vec![b' '; 65_536];
            let whole = pack(|packer| {
                packer.write_all(b"[")?;
                (0..size / zeros.len()).try_for_each(|_| packer.write_all(&zeros))
            })?;
            send(stream, 200, json, packed, &whole).await
        }
        Fault::Endless => {
            send(stream, 200, json, "", b"[").await?;
            loop {
                stream.write_all(&[b' '; 8192]).await?;
            }
        }
        Fault::Slow(pause) => {
            send(stream, 200, json, "", b"[").await?;
            loop {
                stream.write_all(b" ").await?;
                tokio::time::sleep(Duration::from_millis(pause)).await;
            }
        }
        Fault::SilentBody => {
            send(stream, 200, json, "Content-Length: 100\r\n", b"").await?;
            until_gone(stream).await
        }
        _ => until_gone(stream).await,
    }
}

/// Says nothing until the client goes.
async fn until_gone(stream: &mut TcpStream) -> io::Result<()> {
    while stream.read(&mut [0; 64]).await? > 0 {}
    Ok(())
}

fn pack(fill: impl FnOnce(&mut GzEncoder<Vec<u8>>) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    fill(&mut packer)?;
    packer.finish()
}

async fn send(
    stream: &mut TcpStream,
    status: u16,
    kind: &str,
    headers: &str,
    body: &[u8],
) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status} Answer\r\nContent-Type: {kind}\r\n{headers}Connection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body).await?;
    stream.flush().await
}

fn unescaped(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        let digits = if byte == b'%' { rest.next().zip(rest.next()) } else { None };
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|it| u8::try_from(it).ok());
        let read = digits.and_then(|(high, low)| Some(digit(high)? * 16 + digit(low)?));
        bytes.push(read.unwrap_or(byte));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

//! As much HTTP/1.1 as both ends need.

use crate::Outcome;
use tokio::io::{AsyncRead, AsyncReadExt};

const LARGEST_HEAD: usize = 64 * 1024;

/// A head that was read, with the bytes that came behind it still in the buffer.
pub struct Head {
    pub first_line: String,
    headers: Vec<(String, String)>,
}

impl Head {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    pub fn length(&self) -> usize {
        self.header("content-length")
            .map_or(0, |value| value.parse().expect("a length"))
    }

    pub fn chunked(&self) -> bool {
        self.header("transfer-encoding").is_some()
    }
}

/// Reads up to the end of a head; `None` where the peer ended in between two messages.
pub async fn head<S: AsyncRead + Unpin>(
    stream: &mut S,
    buffer: &mut Vec<u8>,
) -> Outcome<Option<Head>> {
    loop {
        if let Some(end) = end_of_head(buffer) {
            let head = parse(&buffer[..end])?;
            buffer.drain(..end);
            return Ok(Some(head));
        }
        if buffer.len() > LARGEST_HEAD {
            return Err("a head without an end".into());
        }
        if stream.read_buf(buffer).await? == 0 {
            return if buffer.is_empty() {
                Ok(None)
            } else {
                Err("the peer ended in a head".into())
            };
        }
    }
}

/// A body of known length or in chunks, whole.
pub async fn body<S: AsyncRead + Unpin>(
    stream: &mut S,
    buffer: &mut Vec<u8>,
    head: &Head,
) -> Outcome<Vec<u8>> {
    if head.chunked() {
        return chunks(stream, buffer).await;
    }
    let length = head.length();
    while buffer.len() < length {
        if stream.read_buf(buffer).await? == 0 {
            return Err("the peer ended in a body".into());
        }
    }
    Ok(buffer.drain(..length).collect())
}

async fn chunks<S: AsyncRead + Unpin>(stream: &mut S, buffer: &mut Vec<u8>) -> Outcome<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        match whole_chunk(buffer)? {
            Some(chunk) if chunk.is_empty() => return Ok(whole),
            Some(chunk) => whole.extend_from_slice(&chunk),
            None if stream.read_buf(buffer).await? == 0 => {
                return Err("the peer ended in a chunk".into());
            }
            None => {}
        }
    }
}

/// Takes a chunk out of the buffer if all of it is there; the last one is empty.
pub fn whole_chunk(buffer: &mut Vec<u8>) -> Outcome<Option<Vec<u8>>> {
    let parsed = httparse::parse_chunk_size(buffer).map_err(|_| "a chunk without a size")?;
    if let httparse::Status::Complete((start, size)) = parsed {
        let end = start + size as usize;
        if buffer.len() >= end + 2 {
            let chunk = buffer[start..end].to_vec();
            buffer.drain(..end + 2);
            return Ok(Some(chunk));
        }
    }
    Ok(None)
}

fn end_of_head(buffer: &[u8]) -> Option<usize> {
    buffer
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .map(|at| at + 4)
}

fn parse(bytes: &[u8]) -> Outcome<Head> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let line_end = bytes.iter().position(|&b| b == b'\r').unwrap_or(0);
    let first_line = String::from_utf8_lossy(&bytes[..line_end]).into_owned();
    let (_, parsed) = match httparse::parse_headers(&bytes[line_end + 2..], &mut headers)? {
        httparse::Status::Complete(found) => found,
        httparse::Status::Partial => return Err("a head in part".into()),
    };
    Ok(Head {
        first_line,
        headers: parsed
            .iter()
            .map(|h| {
                (
                    h.name.to_owned(),
                    String::from_utf8_lossy(h.value).into_owned(),
                )
            })
            .collect(),
    })
}

//! Frames of up to 64 KiB and the handshake's key, enough for an echo.

use crate::Outcome;
use base64::Engine;
use sha1::{Digest, Sha1};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

const KEY_SUFFIX: &str = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const MASK: [u8; 4] = [0x37, 0xfa, 0x21, 0x3d];

pub fn accept_key(key: &str) -> String {
    let digest = Sha1::digest(format!("{key}{KEY_SUFFIX}"));
    base64::engine::general_purpose::STANDARD.encode(digest)
}

pub fn frame(payload: &[u8], masked: bool) -> Vec<u8> {
    let mask_bit = if masked { 0x80 } else { 0 };
    let mut frame = vec![0x82];
    if payload.len() < 126 {
        frame.push(mask_bit | payload.len() as u8);
    } else {
        frame.push(mask_bit | 126);
        frame.extend_from_slice(&(payload.len() as u16).to_be_bytes());
    }
    if masked {
        frame.extend_from_slice(&MASK);
        frame.extend(payload.iter().zip(MASK.iter().cycle()).map(|(b, m)| b ^ m));
    } else {
        frame.extend_from_slice(payload);
    }
    frame
}

/// The next frame's payload; `None` at the end or at a frame that closes.
pub async fn next<S: AsyncRead + Unpin>(
    stream: &mut S,
    buffer: &mut Vec<u8>,
) -> Outcome<Option<Vec<u8>>> {
    loop {
        if let Some((payload, used, opcode)) = parse(buffer) {
            buffer.drain(..used);
            return Ok((opcode != 8).then_some(payload));
        }
        if stream.read_buf(buffer).await? == 0 {
            return Ok(None);
        }
    }
}

pub async fn echo<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut S,
    buffer: &mut Vec<u8>,
) -> Outcome<()> {
    while let Some(payload) = next(stream, buffer).await? {
        stream.write_all(&frame(&payload, false)).await?;
        stream.flush().await?;
    }
    Ok(())
}

fn parse(buffer: &[u8]) -> Option<(Vec<u8>, usize, u8)> {
    let (&first, &second) = (buffer.first()?, buffer.get(1)?);
    let (length, mut at) = match second & 0x7f {
        126 => (
            u16::from_be_bytes([*buffer.get(2)?, *buffer.get(3)?]) as usize,
            4,
        ),
        short => (short as usize, 2),
    };
    let mask = if second & 0x80 != 0 {
        let mask = <[u8; 4]>::try_from(buffer.get(at..at + 4)?).ok()?;
        at += 4;
        mask
    } else {
        [0; 4]
    };
    let payload = buffer.get(at..at + length)?;
    let clear = payload
        .iter()
        .zip(mask.iter().cycle())
        .map(|(b, m)| b ^ m)
        .collect();
    Some((clear, at + length, first & 0x0f))
}

//! A mail server on loopback that speaks SMTP and keeps what it is given.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What it says of a receiver whom it knows.
const TAKEN: &str = "250 ok\r\n";

/// The server.
pub struct Server {
    pub port: u16,
    letters: Arc<Mutex<Vec<String>>>,
    /// What it answers to a receiver.
    answer: Arc<Mutex<&'static str>>,
}

impl Server {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let letters = Arc::<Mutex<Vec<String>>>::default();
        let answer = Arc::new(Mutex::new(TAKEN));
        let (kept, answers) = (letters.clone(), answer.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, kept.clone(), answers.clone()));
            }
        });
        Self { port, letters, answer }
    }

    /// The letters that it took: who it is for on the first line, then the letter.
    pub fn letters(&self) -> Vec<String> {
        self.letters.lock().unwrap().clone()
    }

    pub fn take_again(&self) {
        *self.answer.lock().unwrap() = TAKEN;
    }

    pub fn refuse_for_now(&self) {
        *self.answer.lock().unwrap() = "451 come again\r\n";
    }

    /// As when it does not take our password.
    pub fn refuse_us(&self) {
        *self.answer.lock().unwrap() = "535 who are you\r\n";
    }

    pub fn refuse_for_good(&self) {
        *self.answer.lock().unwrap() = "550 nobody of that name\r\n";
    }
}

async fn talk(
    stream: TcpStream,
    letters: Arc<Mutex<Vec<String>>>,
    to_receiver: Arc<Mutex<&'static str>>,
) {
    let (reading, mut writing) = stream.into_split();
    let mut lines = BufReader::new(reading).lines();
    let mut letter = String::new();
    if writing.write_all(b"220 loopback\r\n").await.is_err() {
        return;
    }
    while let Ok(Some(line)) = lines.next_line().await {
        let command = line.to_uppercase();
        let answer = if command.starts_with("RCPT TO:") {
            letter = format!("{}\n", &line[8..]);
            *to_receiver.lock().unwrap()
        } else if command == "DATA" {
            if writing.write_all(b"354 go on\r\n").await.is_err() {
                return;
            }
            while let Ok(Some(line)) = lines.next_line().await {
                if line == "." {
                    break;
                }
                letter.push_str(&line);
                letter.push('\n');
            }
            letters.lock().unwrap().push(std::mem::take(&mut letter));
            "250 kept\r\n"
        } else if command.starts_with("QUIT") {
            "221 bye\r\n"
        } else {
            "250 loopback\r\n"
        };
        if writing.write_all(answer.as_bytes()).await.is_err() {
            return;
        }
    }
}

// A mail server on loopback that speaks real SMTP and keeps what it is given, as plain text.
import { SMTPServer } from 'smtp-server';

const letters = [];

function plain(raw) {
  const [head, ...body] = raw.replaceAll('\r\n', '\n').split('\n\n');
  const text = body.join('\n\n');
  const unfolded = head.replace(/\n[ \t]+/g, ' ');
  if (/content-transfer-encoding: base64/i.test(unfolded)) return { head: unfolded, text: Buffer.from(text, 'base64').toString() };
  if (!/content-transfer-encoding: quoted-printable/i.test(unfolded)) return { head: unfolded, text };
  const bytes = text.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
  return { head: unfolded, text: Buffer.from(bytes, 'latin1').toString() };
}

// Begins to take mail at a port.
export function openMailbox(port) {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((one) => one.address).join(',');
        letters.push({ to, ...plain(Buffer.concat(parts).toString('latin1')) });
        done();
      });
    },
  });
  server.on('error', (error) => console.log(`the mailbox: ${error.message}`));
  return new Promise((resolve) => { server.listen(port, '127.0.0.1', () => resolve(server)); });
}

// The first letter to an address that fits, as soon as it is there.
export async function letterTo(address, fits = () => true) {
  for (let tries = 0; tries < 1800; tries += 1) {
    const found = letters.find((letter) => letter.to === address && fits(letter));
    if (found) return found;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`no letter came to ${address}; there are ${letters.map((one) => one.to).join(', ')}`);
}

// A service of map tiles for the tests: node tile-server.mjs PORT. Every tile is a green square with an edge, so that
// one sees in pictures where it lies. Who comes without the key is refused.
import { createServer } from 'node:http';
import { crc32, deflateSync } from 'node:zlib';

const side = 256;
const chunk = (kind, data) => {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
const rows = Buffer.alloc(side * (side + 1), 1);
for (let row = 0; row < side; row += 1) {
  rows[row * (side + 1)] = 0;
  if (row === 0) rows.fill(0, 1, side + 1);
  rows[row * (side + 1) + 1] = 0;
}
const head = Buffer.alloc(13);
head.writeUInt32BE(side, 0);
head.writeUInt32BE(side, 4);
// Eight bits, by a palette.
head.set([8, 3, 0, 0, 0], 8);
const tile = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head),
  chunk('PLTE', Buffer.from([0x5a, 0x8a, 0x5a, 0xcf, 0xe3, 0xc4])), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0)),
]);

createServer(({ url }, answer) => {
  const isRight = /^\/\d+\/\d+\/\d+\.png\?api-key=test-key$/.test(url);
  answer.writeHead(isRight ? 200 : 403, { 'content-type': 'image/png', 'cache-control': 'max-age=600' });
  answer.end(isRight ? tile : undefined);
}).listen(Number(process.argv[2]), '127.0.0.1');

// Compiles the stylesheet and gathers the script and the font into the directory given as the argument, each file
// under a name that carries its content's hash, with gzip and Brotli copies beside it. Called by
// crates/web/build.rs, which reads the closing table: one line per file, `name<TAB>hashed name`.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { compile } from 'sass';
import { minify } from 'terser';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
const packages = join(here, 'node_modules');
const table = [];

function put(name, content, compress) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const hashed = name.replace(/(\.\w+)$/, `.${hash}$1`);
  writeFileSync(join(out, hashed), content);
  if (compress) {
    writeFileSync(join(out, `${hashed}.gz`), gzipSync(content, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    writeFileSync(join(out, `${hashed}.br`), brotliCompressSync(content, { params }));
  }
  table.push(`${name}\t${hashed}`);
  return hashed;
}

const fonts = join(packages, '@fontsource-variable/source-sans-3/files');
const latin = put('font-latin.woff2', readFileSync(join(fonts, 'source-sans-3-latin-wght-normal.woff2')), false);
const extended = put('font-latin-ext.woff2', readFileSync(join(fonts, 'source-sans-3-latin-ext-wght-normal.woff2')), false);
// Paper takes whole TrueType files. They are in no table: nobody asks for them.
const paper = join(packages, '@expo-google-fonts/source-sans-3');
writeFileSync(join(out, 'paper-regular.ttf'), readFileSync(join(paper, '400Regular/SourceSans3_400Regular.ttf')));
writeFileSync(join(out, 'paper-bold.ttf'), readFileSync(join(paper, '700Bold/SourceSans3_700Bold.ttf')));
// Comments, indents and long names are for readers of the source.
for (const file of readdirSync(join(here, 'scripts')).sort()) {
  const script = readFileSync(join(here, 'scripts', file), 'utf8');
  const { code } = await minify(script, { module: true });
  put(file.replace(/mjs$/, 'js'), code, true);
}
// The worker behind the pages is served whole with what the server writes before it, so it is in no table either.
const worker = await minify(readFileSync(join(here, 'worker/sw.mjs'), 'utf8'), { toplevel: true });
writeFileSync(join(out, 'worker.js'), worker.code);
put('icon.svg', readFileSync(join(here, 'images/icon.svg')), true);
put('preview.png', readFileSync(join(here, 'images/preview.png')), false);

const { css } = compile(join(here, 'sass/site.scss'), {
  loadPaths: [packages],
  style: 'compressed',
  quietDeps: true,
});
if (/GDS Transport|crown/i.test(css)) throw new Error('the stylesheet names what only GOV.UK may use');
const notice = '/*! Built on GOV.UK Frontend (MIT, Crown copyright) and Source Sans 3 (OFL 1.1) */';
const styled = css.replaceAll('font-latin-ext.woff2', extended).replaceAll('font-latin.woff2', latin);
put('site.css', notice + styled.replace(/^\uFEFF/, ''), true);
writeFileSync(join(out, 'assets.tsv'), `${table.join('\n')}\n`);

// What others' checkers say of the pages: the W3C's (Nu) and html-validate of the markup, Google's of the
// content security policy.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import evaluator from 'csp_evaluator/dist/evaluator.js';
import finding from 'csp_evaluator/dist/finding.js';
import parser from 'csp_evaluator/dist/parser.js';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { pagesOf } from './site.mjs';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
// Off are matters of taste, and what it cannot see: that a button belongs to a form by its attribute, and
// that several fields of one name are several choices.
const rules = require('./html-validate.json');
const languages = ['fi', 'sv', 'en'];

// The pages of all kinds and languages, as they come: name, markup and policy.
async function fetched(base) {
  const pages = [];
  for (const language of languages) {
    for (const [kind, path] of Object.entries(await pagesOf(base, language))) {
      const answer = await fetch(new URL(path, base));
      // The tests' other site is on this machine, where there is no HTTPS.
      const policy = answer.headers.get('content-security-policy')?.replace(` ${process.env.WIDGET_HOST}`, ' https://other.example');
      pages.push({ name: `${language}-${kind}.html`, markup: await answer.text(), policy });
    }
  }
  return pages;
}

// What is wrong, a line each; at most a few, so that a fault in the layout does not fill the screen.
const few = (lines) => lines.slice(0, 5).join('; ') + (lines.length > 5 ? ` … ${lines.length} in all` : '');

async function nuFindings(pages) {
  const folder = await mkdtemp(join(tmpdir(), 'tarjotin-markup-'));
  try {
    await Promise.all(pages.map((page) => writeFile(join(folder, page.name), page.markup)));
    const jar = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));
    await run('java', ['-jar', jar, '--format', 'gnu', '--errors-only', folder], { maxBuffer: 1 << 24 });
    return [];
  } catch (error) {
    const told = String(error.stderr ?? '').split('\n').filter(Boolean);
    return told.length > 0 ? told.map((line) => line.replaceAll(folder, '')) : [String(error.message)];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function ownFindings(pages) {
  const checker = new HtmlValidate(new StaticConfigLoader(rules));
  const found = [];
  for (const page of pages) {
    const report = await checker.validateString(page.markup, page.name);
    for (const { messages } of report.results) {
      found.push(...messages.map((one) => `${page.name}:${one.line} ${one.ruleId} ${one.message}`));
    }
  }
  return found;
}

// What is of a severity that a policy may not have: an injected script would run.
function policyFindings(pages) {
  const policies = new Map(pages.map((page) => [page.policy ?? '', page.name]));
  const found = [];
  for (const [policy, name] of policies) {
    if (policy === '') found.push(`${name} has none`);
    for (const one of new evaluator.CspEvaluator(new parser.CspParser(policy).csp).evaluate()) {
      if (one.severity < finding.Severity.MEDIUM_MAYBE) found.push(`${name}: ${one.directive} ${one.value ?? ''}: ${one.description}`);
    }
  }
  return found;
}

export async function standards({ base, test, check }) {
  const pages = await fetched(base);
  for (const [name, findings] of [['the Nu checker', nuFindings], ['html-validate', ownFindings], ['the policy\'s evaluator', policyFindings]]) {
    await test(`${name} finds nothing in ${pages.length} pages`, {}, async () => {
      const found = await findings(pages);
      check(found.length === 0, few(found));
    });
  }
  await test('the checkers find what is planted', {}, async () => {
    const planted = [{ name: 'planted.html', markup: '<!doctype html><html lang="fi"><title>a</title><p><div style="color: red"></p>', policy: 'script-src \'unsafe-inline\'' }];
    check((await nuFindings(planted)).length > 0, 'the Nu checker does not');
    check((await ownFindings(planted)).length > 0, 'html-validate does not');
    check(policyFindings(planted).length > 0, 'the policy\'s evaluator does not');
  });
}

// Builds wwwroot/ and fonts/ from styles/, scripts/, static/ and the font package. Run: npm ci --ignore-scripts && npm run build
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { transform } from 'lightningcss';

const root = dirname(fileURLToPath(import.meta.url));
const out = join(root, 'wwwroot');
const fontsOut = join(root, 'fonts');
const fontPackage = join(root, 'node_modules/@fontsource-variable/noto-sans-jp');
const tokensFile = join(root, 'node_modules/@digital-go-jp/design-tokens/dist/tokens.css');

// Browsers of the last five years or so: major version << 16.
const targets = { chrome: 100 << 16, edge: 100 << 16, firefox: 100 << 16, safari: 15 << 16, ios_saf: 15 << 16, samsung: 17 << 16 };

// The rarest characters come from the reader's own system, except those that words of care and medicine need.
const frequentFrom = 60;
const careCharacters = '褥瘡嚥嗽痰膀胱膵譫鬱癌腫瘍喘咳嘔吐糞瘻灸胆嚢痒疹蕁膿癬跛褪壊疽攣縮拘皺胼胝臥痙徘徊';

const report = [];

function write(name, content) {
  writeFileSync(join(out, name), content);
  report.push([name, content.length, gzipSync(content, { level: 9 }).length]);
}

function readTokens() {
  const tokens = new Map();
  for (const [, name, value] of readFileSync(tokensFile, 'utf8').matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
    tokens.set(name, value);
  }
  return tokens;
}

// Only the design tokens that a stylesheet uses go into it.
function usedTokens(css, tokens) {
  const used = [...new Set([...css.matchAll(/var\((--[\w-]+)/g)].map((m) => m[1]))].filter((name) => tokens.has(name));
  return used.length === 0 ? '' : `:root{${used.map((name) => `${name}:${tokens.get(name)}`).join(';')}}`;
}

async function style(name, tokens) {
  const bundle = await esbuild.build({
    entryPoints: [join(root, 'styles', name)],
    bundle: true,
    write: false,
    logLevel: 'warning',
  });
  const css = bundle.outputFiles[0].text;
  const { code } = transform({ filename: name, code: Buffer.from(usedTokens(css, tokens) + css), minify: true, targets });
  write(name, Buffer.from(code));
}

// The makers of PDF and EPUB read other CSS than browsers do (@footnote, leader(), float: footnote): nothing may be rewritten.
async function bookStyle(name) {
  const { code } = await esbuild.transform(readFileSync(join(root, 'styles', name), 'utf8'), {
    loader: 'css',
    minifyWhitespace: true,
    charset: 'utf8',
    logLevel: 'error',
  });
  write(name, Buffer.from(code));
}

async function script() {
  const bundle = await esbuild.build({
    entryPoints: [join(root, 'scripts/site.js')],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    target: ['chrome100', 'firefox100', 'safari15'],
    write: false,
    logLevel: 'warning',
  });
  write('site.js', Buffer.from(bundle.outputFiles[0].contents));
}

function codePoints(range) {
  return range.split(',').flatMap((part) => {
    const [from, to = from] = part.trim().slice(2).split('-').map((hex) => Number.parseInt(hex, 16));
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

function unicodeRange(points) {
  const parts = [];
  for (let i = 0; i < points.length; i++) {
    const from = points[i];
    while (points[i + 1] === points[i] + 1) i++;
    parts.push(`U+${from.toString(16)}${points[i] > from ? `-${points[i].toString(16)}` : ''}`);
  }
  return parts.join();
}

// Each subset of the font is loaded only by a page that shows one of its characters, and only by wide screens:
// the Japanese fonts of telephones are good, and their readers may pay for every megabyte. A file's name holds a digest of it.
function fonts() {
  const subsets = JSON.parse(readFileSync(join(fontPackage, 'unicode.json'), 'utf8'));
  const needed = new Set([...careCharacters].map((c) => c.codePointAt(0)));
  const faces = [];
  for (const [name, range] of Object.entries(subsets)) {
    const number = Number(name.match(/^\[(\d+)\]$/)?.[1] ?? (name === 'latin' ? Infinity : -1));
    const points = codePoints(range).filter((point) => number >= frequentFrom || needed.has(point));
    if (number < 0 || points.length === 0) continue;
    const short = name.replace(/[[\]]/g, '');
    const content = readFileSync(join(fontPackage, `files/noto-sans-jp-${short}-wght-normal.woff2`));
    const file = `${short}-${createHash('sha256').update(content).digest('hex').slice(0, 10)}.woff2`;
    writeFileSync(join(fontsOut, file), content);
    faces.push(
      `@font-face{font-family:"Noto Sans JP Variable";font-weight:100 900;font-display:swap;` +
        `src:url(fonts/${file})format("woff2");unicode-range:${unicodeRange(points)}}`,
    );
  }
  write('fonts.css', Buffer.from(`@media (min-width:48em){${faces.join('')}}`));
}

for (const folder of [out, fontsOut]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
}
cpSync(join(root, 'static'), out, { recursive: true });
const tokens = readTokens();
fonts();
await Promise.all([
  style('site.css', tokens),
  style('print.css', tokens),
  bookStyle('book.css'),
  bookStyle('epub.css'),
  script(),
]);
for (const [name, bytes, gzip] of report.sort()) {
  console.log(`${name.padEnd(10)} ${String(bytes).padStart(7)} bytes ${String(gzip).padStart(6)} gzip`);
}

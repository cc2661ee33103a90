// Measures the search on made-up documents of the site's own words: indexing, queries, a change. Needs: .NET SDK, Node 20. Run: bin/bench search
import { spawnSync, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const work = mkdtempSync(join(tmpdir(), 'zaitaku-search-'));
const sizes = (process.env.BENCH_SIZES ?? '13000,100000').split(',').map(Number);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const asked = 1500;

// The same documents each time.
let seed = 4;
const dice = (below) => (seed = (seed * 48271) % 2147483647) % below;

// The site's own texts, in paragraphs of some length.
const texts = readdirSync(join(root, 'recipes'), { recursive: true }).filter((name) => name.endsWith('.md')).sort().flatMap((name) => {
  const text = readFileSync(join(root, 'recipes', name), 'utf8');
  const title = text.match(/^#+ (.+)$/m)?.[1] ?? name;
  const paragraphs = text.split(/\n\s*\n/).map((part) => part.replace(/\s+/g, '')).filter((part) => part.length > 60);
  return paragraphs.map((part, i) => ({ title, text: part + (paragraphs[i + 1] ?? '') }));
});
const counts = new Map();
for (const { text } of texts) for (const letter of text) if (/\p{Script=Han}/u.test(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
const kanji = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));

// A document about something else: some of its kanji are others, about as common. So words become rare as they do in a larger collection.
function other({ title, text }) {
  const share = 25 + dice(55);
  const map = new Map(kanji.map((letter, i) => [letter, dice(100) < share ? kanji[Math.min(kanji.length - 1, Math.max(0, i + dice(Math.max(16, i)) - Math.max(8, i >> 1)))] : letter]));
  const turned = (words) => [...words].map((letter) => map.get(letter) ?? letter).join('');
  return { title: turned(title), text: turned(text) };
}

const documents = (count) => Array.from({ length: count }, (_, i) => ({ id: `d${i}`, ...(i < texts.length ? texts[i] : other(texts[dice(texts.length)])) }));

// Half of the queries are two words, half are questions; each is made of a passage that answers it.
function query(document, i) {
  const from = dice(Math.max(1, document.text.length - 24));
  const text = i % 2 === 0 ? `${document.title.slice(0, 6)} ${document.text.slice(from, from + 5)}` : `${document.text.slice(from, from + 18)}のはどうしてですか`;
  return { id: `q${i}`, text, rel: [document.id] };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const show = (runs, name, digits = 1) => `${median(runs.map((r) => r[name])).toFixed(digits)} (${Math.min(...runs.map((r) => r[name])).toFixed(digits)}–${Math.max(...runs.map((r) => r[name])).toFixed(digits)})`;

function run(docs, queries) {
  const env = { ...process.env, Zaitaku__DataPath: join(work, 'data'), Logging__LogLevel__Default: 'Warning' };
  const ended = spawnSync('dotnet', [join(work, 'site/ZaitakuSite.dll'), 'search', 'eval', '--docs', docs, '--queries', queries], { encoding: 'utf8', env });
  if (ended.status !== 0) throw new Error(ended.stdout + ended.stderr);
  const number = (pattern) => Number(ended.stdout.match(pattern)[1]);
  return {
    indexing: number(/indexed in ([\d.]+)s/), p50: number(/p50=([\d.]+)ms/), p99: number(/p99=([\d.]+)ms/), mrr: number(/MRR@10=([\d.]+)/),
    change: number(/changed in ([\d.]+)ms/), queryCpu: number(/takes ([\d.]+)ms of CPU/), indexCpu: number(/, ([\d.]+)s of CPU/),
  };
}

try {
  execFileSync('dotnet', ['publish', join(root, 'src/ZaitakuSite'), '-c', 'Release', '-o', join(work, 'site'), '--nologo', '-v', 'q'], { stdio: 'inherit' });
  console.log(`${cpus().length} × ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)}\n\n| documents | indexing, s | indexing, s of CPU | a query: p50, ms | p99, ms | ms of CPU (mean) | a document changed, ms | MRR@10 |\n| --- | --- | --- | --- | --- | --- | --- | --- |`);
  for (const size of sizes) {
    const docs = documents(size);
    const [docsFile, queriesFile] = [join(work, 'docs.jsonl'), join(work, 'queries.jsonl')];
    writeFileSync(docsFile, docs.map((d) => JSON.stringify(d)).join('\n'));
    writeFileSync(queriesFile, Array.from({ length: asked }, (_, i) => JSON.stringify(query(docs[dice(docs.length)], i))).join('\n'));
    const runs = Array.from({ length: rounds }, () => run(docsFile, queriesFile));
    console.log(`| ${size} | ${show(runs, 'indexing')} | ${show(runs, 'indexCpu')} | ${show(runs, 'p50', 2)} | ${show(runs, 'p99', 2)} | ${show(runs, 'queryCpu', 2)} | ${show(runs, 'change')} | ${runs[0].mrr.toFixed(3)} |`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

// Measures recipes and the export by the clock on the wall, each in a process of its own. Needs: .NET SDK, Node 20. Run: bin/bench recipes
import { spawnSync, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const work = mkdtempSync(join(tmpdir(), 'zaitaku-recipes-'));
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const many = Number(process.env.BENCH_ITEMS ?? 80000);
const text = '在宅医療と介護の連携について、家で療養する方とご家族に向けて説明します。'.repeat(19);
const program = join(work, 'site/ZaitakuSite.dll');

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const row = (name, value, bar = '') => console.log(`| ${name} | ${value} | ${bar} |`);

// An item of 2.5 KB in UTF-8, as the recipes of this site have them.
function item(number) {
  const id = `4bench${String(number).padStart(20, '0')}`;
  return {
    ContentItemId: id, ContentItemVersionId: `4v${id.slice(2)}`, ContentType: 'BenchPage', DisplayText: `記事${number}`, Latest: true, Published: true,
    ModifiedUtc: '2026-10-01T00:00:00.1234567Z', PublishedUtc: '2026-10-01T00:00:00Z', CreatedUtc: '2026-10-01T00:00:00Z', Owner: '4user', Author: 'bench',
    TitlePart: { Title: `記事${number}` }, AutoroutePart: { Path: `bench/${number}` }, MarkdownBodyPart: { Markdown: `${text}\n\n## 見出し\n\n- 一\n- 二\n` },
  };
}

function recipe(name, from, count) {
  const parts = ['TitlePart', 'AutoroutePart', 'MarkdownBodyPart'].map((part) => ({ PartName: part, Name: part }));
  const data = Array.from({ length: count }, (_, i) => item(from + i));
  const steps = [{ name: 'ContentDefinition', ContentTypes: [{ Name: 'BenchPage', DisplayName: '記事', ContentTypePartDefinitionRecords: parts }] }, { name: 'content', data }];
  const path = join(work, `${name}.recipe.json`);
  writeFileSync(path, JSON.stringify({ name, steps }, null, 1));
  return path;
}

function run(data, ...words) {
  const began = performance.now();
  const env = { ...process.env, Zaitaku__DataPath: join(work, data), Logging__LogLevel__Default: 'Warning', Printing__Enabled: 'false' };
  const ended = spawnSync('/usr/bin/env', ['time', '-f', 'kilobytes %M', 'dotnet', program, ...words], { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  if (ended.status !== 0) throw new Error(ended.stdout + ended.stderr);
  return { seconds: (performance.now() - began) / 1000, applying: Number(ended.stdout.match(/かかった時間 ([\d.]+)秒/)?.[1]), megabytes: Number(ended.stderr.match(/kilobytes (\d+)/)?.[1]) / 1024 };
}

const spread = (numbers) => `${median(numbers).toFixed(2)} s (${Math.min(...numbers).toFixed(2)}–${Math.max(...numbers).toFixed(2)})`;
const seconds = (runs) => `${spread(runs.map((r) => r.seconds))}, of it applying ${spread(runs.map((r) => r.applying))}`;

try {
  execFileSync('dotnet', ['publish', join(root, 'src/ZaitakuSite'), '-c', 'Release', '-o', join(work, 'site'), '--nologo', '-v', 'q'], { stdio: 'inherit' });
  const thousand = recipe('thousand', 0, 1000);
  const [fresh, same, small] = [[], [], []];
  for (let i = 0; i < rounds; i++) {
    run(`new-${i}`, 'migrate');
    fresh.push(run(`new-${i}`, 'apply-recipe', thousand));
    same.push(run(`new-${i}`, 'apply-recipe', thousand));
    small.push(run(`new-${i}`, 'export', join(work, `small-${i}.zip`)));
  }

  console.log(`${cpus().length} × ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)}\n\n| what | measured | bar |\n| --- | --- | --- |`);
  row('recipe of 1,000 items of 2.5 KB, new, the whole process', seconds(fresh), '< 3 s');
  row('the same recipe again, nothing changed', seconds(same), '< 1 s');
  for (let from = 0; from < many; from += 8000) run('large', 'apply-recipe', recipe('large', from, Math.min(8000, many - from)));
  const zip = join(work, 'large.zip');
  const large = run('large', 'export', zip);
  row(`export of 1,000 items, memory (RSS)`, `${median(small.map((r) => r.megabytes)).toFixed(0)} MB`);
  row(`export of ${many} items, memory (RSS)`, `${large.megabytes.toFixed(0)} MB`, 'as much');
  row(`export of ${many} items`, `${large.seconds.toFixed(1)} s, zip of ${(statSync(zip).size / 1048576).toFixed(0)} MB`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

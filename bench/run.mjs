// Measures the site beside a bare Kestrel endpoint, in one run on one machine. Needs: .NET SDK, Node 20, wrk. Run: bin/bench
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const work = mkdtempSync(join(tmpdir(), 'zaitaku-bench-'));
const chapter = '/guides/acp/who-comes';
const list = '/guides';
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
// The just-in-time compiler first counts, then compiles for good: before that nothing is measured.
const warm = Number(process.env.BENCH_WARM ?? 20);
const ticksPerSecond = 100;
const children = [];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const publish = (project, to) => execFileSync('dotnet', ['publish', join(root, project), '-c', 'Release', '-o', to, '--nologo', '-v', 'q'], { stdio: 'inherit' });
const cpuSeconds = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
};
// RSS counts twice what a program maps twice, as the runtime does with every assembly; PSS counts each page of memory once.
const memory = (pid) => {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const [pss, rss] = ['Pss', 'Rss'].map((name) => (Number(text.match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))[1]) / 1024).toFixed(0));
  return { pss, rss };
};
const memories = (list) => `${list.map((m) => m.rss).join(' / ')} MB (PSS ${list.map((m) => m.pss).join(' / ')})`;

const listens = (port) => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1');
  socket.once('error', () => resolve(false)).once('connect', () => {
    socket.destroy();
    resolve(true);
  });
});

async function start(program, args, url, env = {}) {
  const began = performance.now();
  const child = spawn('dotnet', [program, ...args], { stdio: 'ignore', cwd: dirname(program), env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Production', ...env } });
  children.push(child);
  // A cheap question until somebody listens: what asks shares the processor with what starts.
  for (; !(await listens(new URL(url).port)); await sleep(5)) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
  }

  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return { pid: child.pid, child, milliseconds: performance.now() - began };
}

const stop = async ({ child }) => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
};

function load(url, pid, connections = 16, time = seconds) {
  const before = cpuSeconds(pid);
  const text = execFileSync('wrk', ['-t1', `-c${connections}`, `-d${time}s`, '-H', 'Accept-Encoding: br', url], { encoding: 'utf8' });
  if (/Non-2xx/.test(text)) throw new Error(text);
  const requests = Number(text.match(/(\d+) requests in/)[1]);
  return { rate: Number(text.match(/Requests\/sec:\s+([\d.]+)/)[1]), cpu: ((cpuSeconds(pid) - before) * 1000) / requests };
}

function row(name, value, bar) {
  console.log(`| ${name} | ${value} | ${bar} |`);
}

try {
  publish('src/ZaitakuSite', join(work, 'site'));
  publish('bench/Bare', join(work, 'bare'));
  const site = join(work, 'site/ZaitakuSite.dll');
  const env = { Zaitaku__DataPath: join(work, 'data') };
  const at = 'http://127.0.0.1:5290';
  const bareAt = 'http://127.0.0.1:5291';

  // Set-up, the books' PDFs and the reading of files for the search are not what is measured.
  const first = await start(site, ['--urls', at], at + chapter, env);
  await sleep(Number(process.env.BENCH_SETTLE ?? 100) * 1000);
  await stop(first);

  const starts = [];
  for (let i = 0; i < rounds; i++) {
    const again = await start(site, ['--urls', at], at + chapter, env);
    starts.push(again.milliseconds);
    await stop(again);
  }

  const running = await start(site, ['--urls', at], at + chapter, env);
  const early = memory(running.pid);
  await sleep(45_000);
  const idle = memory(running.pid);
  const body = Buffer.from(execFileSync('curl', ['-s', '-D', join(work, 'head'), '-H', 'Accept-Encoding: br', at + chapter]));
  writeFileSync(join(work, 'page.br'), body);
  // The same bytes: what the site says above its page, the bare endpoint says too. Kestrel adds the date and the length.
  const lines = readFileSync(join(work, 'head'), 'utf8').split('\r\n').slice(1);
  writeFileSync(join(work, 'headers'), lines.filter((line) => line !== '' && !/^(date|content-length):/i.test(line)).join('\n'));
  const bare = await start(join(work, 'bare/Bare.dll'), [join(work, 'page.br'), join(work, 'headers'), '--urls', bareAt], bareAt + chapter);
  const bareIdle = memory(bare.pid);
  load(at + chapter, running.pid, 16, warm);
  load(bareAt + chapter, bare.pid, 16, warm);
  const cached = [];
  const plain = [];
  for (let i = 0; i < rounds; i++) {
    cached.push(load(at + chapter, running.pid));
    plain.push(load(bareAt + chapter, bare.pid));
  }
  const bareBusy = memory(bare.pid);
  // What two programs share would be halved.
  await stop(bare);
  // Read at the end of a load, before a quiet moment gives anything back.
  load(at + chapter, running.pid);
  const busy = memory(running.pid);
  await sleep(45_000);
  const rested = memory(running.pid);
  await stop(running);

  const uncached = await start(site, ['--urls', at], at + chapter, { ...env, PageCache__Enabled: 'false' });
  load(at + chapter, uncached.pid, 4, warm);
  load(at + list, uncached.pid, 4, warm);
  const pages = [];
  const lists = [];
  for (let i = 0; i < rounds; i++) {
    pages.push(load(at + chapter, uncached.pid, 4));
    lists.push(load(at + list, uncached.pid, 4));
  }
  const worked = memory(uncached.pid);
  await stop(uncached);

  const publications = execFileSync('dotnet', ['run', '--project', join(root, 'bench/Publish'), '-c', 'Release', '--', join(work, 'published')], { encoding: 'utf8' })
    .split('\n').filter((line) => /^[\d.]+ [\d.]+$/.test(line)).map((line) => line.split(' ').map(Number));

  const ratios = cached.map((one, i) => one.rate / plain[i].rate);
  console.log(`\n${cpus().length} × ${cpus()[0].model}, Node ${process.version}, ${execFileSync('dotnet', ['--version'], { encoding: 'utf8' }).trim()}, ${new Date().toISOString().slice(0, 10)}\n`);
  console.log('| what | measured | bar |\n| --- | --- | --- |');
  row('cached chapter, requests a second', `${median(cached.map((c) => c.rate)).toFixed(0)} (bare Kestrel ${median(plain.map((c) => c.rate)).toFixed(0)})`, '');
  row('cached chapter against bare Kestrel, median of paired rounds', `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`, '≥ 0.90');
  row('cached chapter, CPU a request', `${(median(cached.map((c) => c.cpu)) * 1000).toFixed(0)} µs (bare ${(median(plain.map((c) => c.cpu)) * 1000).toFixed(0)} µs)`, '');
  row('chapter with the page cache off, CPU a request', `${median(pages.map((c) => c.cpu)).toFixed(2)} ms`, '≤ 1 ms');
  row('list of guides with the page cache off, CPU a request', `${median(lists.map((c) => c.cpu)).toFixed(2)} ms`, '≤ 2 ms');
  row('start to first page, existing database', `${(median(starts) / 1000).toFixed(2)} s (${(Math.min(...starts) / 1000).toFixed(2)}–${(Math.max(...starts) / 1000).toFixed(2)})`, '< 1.5 s');
  row('publishing one chapter, with its index rows and the eviction of its page', `${median(publications.map((p) => p[0])).toFixed(1)} ms, ${median(publications.map((p) => p[1])).toFixed(1)} ms of CPU`, '< 15 ms');
  row('memory after the first page / 45 s later', memories([early, idle]), '< 150 MB');
  row('memory under load / 45 s after it / under load without cache', memories([busy, rested, worked]), '');
  row('bare Kestrel: memory after the first page / under load', `${bareIdle.rss} / ${bareBusy.rss} MB`, '');
  row('chapter page, compressed', `${(body.length / 1024).toFixed(1)} KB`, '');
} finally {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(work, { recursive: true, force: true });
}

// Builds wwwroot/ from styles/, scripts/ and static/. Run: npm ci --ignore-scripts && npm run build
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const out = join(root, 'wwwroot');

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
cpSync(join(root, 'static'), out, { recursive: true });
await esbuild.build({
  entryPoints: { admin: join(root, 'scripts/admin.js') },
  outdir: out,
  bundle: true,
  splitting: true,
  chunkNames: '[name]-[hash]',
  minify: true,
  charset: 'utf8',
  format: 'esm',
  target: ['chrome100', 'firefox100', 'safari15'],
  logLevel: 'warning',
});
await esbuild.build({ entryPoints: [join(root, 'styles/admin.css')], outdir: out, bundle: true, minify: true, logLevel: 'warning' });

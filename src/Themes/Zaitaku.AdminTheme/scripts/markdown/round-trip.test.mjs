// Reading a text and writing it again changes no letter of it; changing one block changes no other. Run: node scripts/markdown/round-trip.test.mjs FOLDER
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, write } from './text.js';
import { schema } from './schema.js';

const files = readdirSync(process.argv[2], { recursive: true }).filter((name) => name.endsWith('.md'));
assert.ok(files.length > 20, 'Few texts were found.');
let blocks = 0;
let kept = 0;
for (const file of files) {
  const source = readFileSync(join(process.argv[2], file), 'utf8');
  const doc = read(source);
  assert.equal(write(doc), source, file);
  doc.forEach((node) => {
    blocks++;
    if (node.type === schema.nodes.raw) kept++;
  });

  doc.forEach((node, _, at) => {
    if (node.type !== schema.nodes.paragraph) return;
    const changed = node.type.create(node.attrs, node.content.append(schema.nodes.paragraph.create(null, schema.text('足')).content));
    const parts = write(doc.type.create(doc.attrs, doc.content.replaceChild(at, changed))).split(`${node.attrs.source}足`);
    assert.equal(parts.join(node.attrs.source), source, `${file}, block ${at}`);
  });
}

const odd = ['', '\n', '本文', '本文\n\n\n', '\n\n本文', '# 題\n本文', '| a |\n|---|\n| b |\n\n[^1]: 注', '- a\n\n- b', '* a\n* b', 'a\\*b', '<b>x</b>', '***', '[x]: /y\n\n[x]', '> 引用\nつづき', '```\nx\n```', '  字下げ', 'a  \nb'];
for (const source of odd) assert.equal(write(read(source)), source, JSON.stringify(source));
console.log(`${files.length} texts, ${blocks} blocks, ${kept} kept as Markdown`);

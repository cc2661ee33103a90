// Markdown to the edited document and back. Reading and writing again gives the same text, to the letter: a block that could not be written back
// exactly is kept as Markdown, and a block that nobody changed is written from what it came from.
import { MarkdownParser, MarkdownSerializer, defaultMarkdownSerializer } from 'prosemirror-markdown';
import { divider, reader } from './syntax.js';
import { schema } from './schema.js';

const parser = new MarkdownParser(schema, reader(), {
  paragraph: { block: 'paragraph' },
  heading: { block: 'heading', getAttrs: (token) => ({ level: Number(token.tag.slice(1)) }) },
  blockquote: { block: 'blockquote' },
  bullet_list: { block: 'bullet_list', getAttrs: (_, tokens, at) => ({ tight: isTight(tokens, at) }) },
  ordered_list: { block: 'ordered_list', getAttrs: (token, tokens, at) => ({ order: Number(token.attrGet('start') ?? 1), tight: isTight(tokens, at) }) },
  list_item: { block: 'list_item', getAttrs: (token) => ({ task: token.attrGet('task') }) },
  hr: { node: 'horizontal_rule' },
  code_block: { block: 'raw', noCloseToken: true },
  fence: { block: 'raw', noCloseToken: true },
  hardbreak: { node: 'hard_break' },
  softbreak: { node: 'hard_break', getAttrs: () => ({ text: '\n' }) },
  image: { node: 'image', getAttrs: (token) => ({ src: token.attrGet('src'), alt: token.children[0]?.content ?? '', title: token.attrGet('title') }) },
  term: { node: 'term', getAttrs: (token) => ({ text: token.meta[0] }) },
  ruby: { node: 'ruby', getAttrs: (token) => ({ base: token.meta[0], reading: token.meta[1] }) },
  footnote: { node: 'footnote', getAttrs: (token) => ({ text: token.meta[0] }) },
  em: { mark: 'em' },
  strong: { mark: 'strong' },
  link: { mark: 'link', getAttrs: (token) => ({ href: token.attrGet('href'), title: token.attrGet('title') }) },
  code_inline: { mark: 'code' },
});

const boxes = { open: '[ ] ', done: '[x] ' };

const serializer = new MarkdownSerializer(
  {
    paragraph: defaultMarkdownSerializer.nodes.paragraph,
    heading(state, node) {
      state.write(`${'#'.repeat(node.attrs.level)} `);
      state.renderInline(node, false);
      if (node.attrs.id) state.write(` {${node.attrs.id}}`);
      state.closeBlock(node);
    },
    blockquote: defaultMarkdownSerializer.nodes.blockquote,
    callout(state, node) {
      state.wrapBlock('> ', null, node, () => {
        state.write(`[!${node.attrs.kind}]`);
        state.ensureNewLine();
        state.renderContent(node);
      });
    },
    bullet_list(state, node) {
      state.renderList(node, '  ', (at) => `- ${boxes[node.child(at).attrs.task] ?? ''}`);
    },
    ordered_list(state, node) {
      state.renderList(node, '   ', (at) => `${node.attrs.order + at}. `);
    },
    list_item: (state, node) => state.renderContent(node),
    horizontal_rule(state, node) {
      state.write('---');
      state.closeBlock(node);
    },
    raw(state, node) {
      state.text(node.textContent, false);
      state.closeBlock(node);
    },
    text: (state, node) => state.text(node.text, true),
    hard_break: (state, node) => state.write(node.attrs.text),
    image: defaultMarkdownSerializer.nodes.image,
    term: (state, node) => state.write(`[[${node.attrs.text}]]`),
    ruby: (state, node) => state.write(`{${node.attrs.base}|${node.attrs.reading}}`),
    footnote: (state, node) => state.write(`[^${node.attrs.text}]`),
  },
  { ...defaultMarkdownSerializer.marks, em: { open: '*', close: '*', mixable: true, expelEnclosingWhitespace: true } },
  { hardBreakNodeName: 'hard_break' },
);

function isTight(tokens, at) {
  for (let i = at + 1; i < tokens.length; i++) if (tokens[i].type !== 'list_item_open') return tokens[i].hidden;
  return false;
}

/** The blocks of a text as ranges of its lines; what stands between them belongs to no block. */
function blocksOf(lines, source) {
  const found = [];
  for (const token of divider.parse(source, {})) {
    if (token.level !== 0 || !token.map || token.nesting < 0) continue;
    let [from, to] = token.map;
    while (to > from && lines[to - 1].trim() === '') to--;
    found.push({ from, to });
  }

  return found;
}

/** One block as nodes, without what it came from. */
function nodesOf(source) {
  const title = /^(#{1,6}) (.*?)(?: \{(#[^{}\s]+)\})?$/.exec(source);
  if (title) {
    const inside = title[2] ? parser.parse(title[2]).firstChild : null;
    return inside?.type === schema.nodes.paragraph ? [schema.nodes.heading.create({ level: title[1].length, id: title[3] ?? null }, inside.content)] : [];
  }

  const callout = /^> \[!([A-Z]+)\]\n((?:>.*\n?)+)$/.exec(source);
  if (callout) {
    const inside = parser.parse(callout[2].replace(/^> ?/gm, ''));
    return [schema.nodes.callout.create({ kind: callout[1] }, inside.content)];
  }

  return parser.parse(source).content.content;
}

const written = (node) => serializer.serialize(schema.nodes.doc.create(null, [node]), { tightLists: true });

/** The node of a block that is written back exactly, or the block as it is. */
function drawn(source) {
  try {
    const nodes = nodesOf(source);
    if (!source.startsWith('|') && nodes.length === 1 && nodes[0].type !== schema.nodes.raw && written(nodes[0]) === source) return nodes[0];
  } catch {
    // What cannot be read is kept as it is.
  }

  return schema.nodes.raw.create(null, source ? schema.text(source) : null);
}

export function read(source) {
  const lines = source.split('\n');
  const blocks = blocksOf(lines, source);
  let at = 0;
  const nodes = blocks.map(({ from, to }, index) => {
    const text = lines.slice(from, to).join('\n');
    const before = (at > 0 ? '\n' : '') + lines.slice(at, from).map((line) => `${line}\n`).join('');
    at = to;
    const node = drawn(text);
    return node.type.create({ ...node.attrs, source: text, before, index }, node.content, node.marks);
  });
  const tail = at === 0 ? source : lines.slice(at).map((line) => `\n${line}`).join('');
  return nodes.length ? schema.nodes.doc.create({ tail }, nodes) : schema.nodes.doc.create({ tail }, [schema.nodes.paragraph.create({ before: '', index: 0, source: '' })]);
}

const isSame = (node, other) => node.type.name === other.type.name && node.content.eq(other.content) &&
  ['level', 'id', 'kind', 'tight', 'order'].every((name) => node.attrs[name] === other.attrs[name]);

function textOf(node) {
  const { source } = node.attrs;
  if (source !== null && (source === '' ? node.content.size === 0 : isSame(node, drawn(source)))) return source;
  return node.type === schema.nodes.raw ? node.textContent : written(node);
}

export function write(doc) {
  let text = '';
  let last = null;
  doc.forEach((node) => {
    const { before, index } = node.attrs;
    const follows = last === null ? index === 0 : index !== null && index === last + 1;
    text += follows && before !== null ? before : last === null ? '' : '\n\n';
    text += textOf(node);
    last = index ?? -2;
  });
  return text + doc.attrs.tail;
}

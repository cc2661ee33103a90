// The document that is edited. Every block remembers the Markdown it came from, so that what nobody touched is written back to the letter.
import { Schema } from 'prosemirror-model';

const origin = { source: { default: null }, before: { default: null }, index: { default: null } };
const block = (spec) => ({ group: 'block', ...spec, attrs: { ...origin, ...spec.attrs } });
const heading = (level) => ({ tag: `h${level}`, attrs: { level: Math.max(level, 2) } });

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+', attrs: { tail: { default: '' } } },
    paragraph: block({ content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] }),
    heading: block({
      attrs: { level: { default: 2 }, id: { default: null } },
      content: 'inline*',
      defining: true,
      parseDOM: [1, 2, 3, 4, 5, 6].map(heading),
      toDOM: (node) => [`h${node.attrs.level}`, 0],
    }),
    callout: block({
      attrs: { kind: { default: 'NOTE' } },
      content: 'block+',
      defining: true,
      toDOM: (node) => ['div', { class: 'callout', 'data-kind': node.attrs.kind }, 0],
      parseDOM: [{ tag: '.callout', getAttrs: (dom) => ({ kind: dom.dataset.kind }) }],
    }),
    blockquote: block({ content: 'block+', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] }),
    bullet_list: block({ attrs: { tight: { default: true } }, content: 'list_item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] }),
    ordered_list: block({
      attrs: { tight: { default: true }, order: { default: 1 } },
      content: 'list_item+',
      parseDOM: [{ tag: 'ol' }],
      toDOM: (node) => ['ol', { start: node.attrs.order }, 0],
    }),
    list_item: {
      attrs: { task: { default: null } },
      content: 'paragraph block*',
      defining: true,
      parseDOM: [{ tag: 'li', getAttrs: (dom) => ({ task: dom.dataset.task ?? null }) }],
      toDOM: (node) => ['li', node.attrs.task ? { 'data-task': node.attrs.task } : {}, 0],
    },
    horizontal_rule: block({ parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] }),
    // What the editor does not draw: tables, footnotes, anything it could not write back exactly.
    raw: block({
      content: 'text*',
      marks: '',
      code: true,
      defining: true,
      parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
      toDOM: () => ['pre', { class: 'raw' }, 0],
    }),
    text: { group: 'inline' },
    hard_break: { inline: true, group: 'inline', selectable: false, attrs: { text: { default: '\\\n' } }, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    image: {
      inline: true,
      group: 'inline',
      attrs: { src: {}, alt: { default: '' }, title: { default: null } },
      parseDOM: [{ tag: 'img[src^="/media/"]', getAttrs: (dom) => ({ src: dom.getAttribute('src'), alt: dom.alt }) }],
      toDOM: (node) => ['img', { src: node.attrs.src, alt: node.attrs.alt }],
    },
    term: {
      inline: true,
      group: 'inline',
      attrs: { text: {} },
      parseDOM: [{ tag: 'dfn[data-term]', getAttrs: (dom) => ({ text: dom.dataset.term }) }],
      toDOM: (node) => ['dfn', { 'data-term': node.attrs.text }, node.attrs.text],
    },
    ruby: {
      inline: true,
      group: 'inline',
      attrs: { base: {}, reading: {} },
      parseDOM: [{ tag: 'ruby[data-base]', getAttrs: (dom) => ({ base: dom.dataset.base, reading: dom.dataset.reading }) }],
      toDOM: ({ attrs }) => ['ruby', { 'data-base': attrs.base, 'data-reading': attrs.reading }, attrs.base, ['rt', attrs.reading]],
    },
    footnote: { inline: true, group: 'inline', attrs: { text: {} }, toDOM: (node) => ['sup', `[${node.attrs.text}]`] },
  },
  marks: {
    link: {
      attrs: { href: {}, title: { default: null } },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => (/^(https?:|mailto:|tel:|\/|#)/.test(dom.getAttribute('href')) ? { href: dom.getAttribute('href') } : false) }],
      toDOM: (mark) => ['a', { href: mark.attrs.href }, 0],
    },
    em: { parseDOM: [{ tag: 'i' }, { tag: 'em' }], toDOM: () => ['em', 0] },
    strong: { parseDOM: [{ tag: 'b', getAttrs: (dom) => dom.style.fontWeight !== 'normal' && null }, { tag: 'strong' }], toDOM: () => ['strong', 0] },
    code: { parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
  },
});

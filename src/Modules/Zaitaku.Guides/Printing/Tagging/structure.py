"""The structure of a book: its elements in the order of the text, whatever page they stand on."""

import pydyf

from nodes import Node

ROLES = {
    'article': 'Art', 'section': 'Sect', 'blockquote': 'BlockQuote', 'p': 'P', 'pre': 'P', 'summary': 'P', 'figcaption': 'P',
    'dl': 'L', 'ul': 'L', 'ol': 'L', 'table': 'Table', 'caption': 'Caption', 'thead': 'THead', 'tbody': 'TBody', 'tfoot': 'TFoot',
    'tr': 'TR', 'th': 'TH', 'td': 'TD',
    **{f'h{level}': f'H{level}' for level in range(1, 7)},
    **dict.fromkeys(('div', 'header', 'footer', 'nav', 'aside', 'figure', 'address', 'details', 'fieldset'), 'Div')}


class Structure:
    def __init__(self, html):
        self.parents = {child: parent for parent in html.iter() for child in parent}
        self.document = Node('Document')
        self.nodes, self.heads, self.notes, self.links = {}, {}, [], []
        self.pages, self.page, self.places, self.height = [], None, [], 0

    def turn_to(self, page, places, height):
        self.page, self.places, self.height = page, places, height
        self.pages.append([])

    def begin(self, box):
        """A mark begins. With a link, its place on the page belongs to it; what styles add, and pictures, stand inside this place."""
        annotation = getattr(box, 'link_annotation', None)
        if annotation is None:
            return
        if box.element_tag == 'a':
            link = self.link(box.element)
            link.kids.append(pydyf.Dictionary({'Type': '/OBJR', 'Pg': self.page, 'Obj': annotation.reference}))
            self.links.append((link, box))
        elif annotation.reference in self.places:
            self.places.remove(annotation.reference)
            annotation.clear()

    def place(self, tag, box):
        """The role and the number of a mark, or None for what is not read: margins, ornaments, a table's head on its further pages."""
        if box.element is None or box.is_leader or self.is_repeated_head(box.element):
            return None
        node = self.owner(tag, box)
        if node is None:
            return None
        marks = self.pages[-1]
        node.kids.append((self.page, len(marks)))
        marks.append(node)
        return node.role, len(marks) - 1

    def is_repeated_head(self, element):
        head = next((around for around in self.with_parents(element) if around.tag == 'thead'), None)
        return head is not None and self.heads.setdefault(head, self.page) != self.page

    def owner(self, tag, box):
        if tag == 'Figure':
            return self.figure(box)
        if tag == 'Link':
            return self.link(box.element)
        if box.element_tag.endswith('::marker'):
            return self.marker(box.element)
        return self.node(box.element).paragraph()

    def node(self, element):
        """The element's node, or that of the nearest element around it that has one."""
        for around in self.with_parents(element):
            if around not in self.nodes and self.has_role(around):
                self.add(around)
            if around in self.nodes:
                return self.nodes[around]
        return self.document

    def has_role(self, element):
        return element.tag in ROLES or element.tag in ('li', 'dt', 'dd') or is_note(element)

    def add(self, element):
        around = self.node(self.parents[element])
        if element in self.nodes:
            return
        if is_note(element):
            node = Node('Note', around.paragraph(), ID=pydyf.String(f'note-{len(self.notes) + 1:05}'))
            self.notes.append(node)
        elif element.tag in ('li', 'dt', 'dd'):
            node = self.item(element, around)
        else:
            node = Node(ROLES[element.tag], around)
        self.nodes[element] = node
        if element.tag in ('th', 'td'):
            node.entry['A'] = cell(element, any(outer.tag == 'thead' for outer in self.with_parents(element)))
        if element.tag == 'tr':
            # Empty cells stand in the row, too.
            for child in element:
                self.node(child)

    def item(self, element, around):
        """A point of a list, or a word and what is said of it."""
        if element.tag == 'dd' and around.kids:
            return Node('LBody', around.kids[-1])
        item = Node('LI', around)
        return Node('Lbl' if element.tag == 'dt' else 'LBody', item)

    def marker(self, element):
        item = self.node(element).parent
        if item.kids[0].role != 'Lbl':
            item.kids.insert(0, Node('Lbl'))
        return item.kids[0]

    def link(self, element):
        if element not in self.nodes:
            self.nodes[element] = Node('Link', self.node(element).paragraph())
        return self.nodes[element]

    def figure(self, box):
        words = box.element.get('alt') or box.element.get('aria-label')
        if not words:
            return None
        left, right = (x * 0.75 for x in (box.content_box_x(), box.content_box_x() + box.width))
        top, bottom = ((self.height - y) * 0.75 for y in (box.content_box_y(), box.content_box_y() + box.height))
        place = pydyf.Dictionary({'O': '/Layout', 'Placement': '/Block', 'BBox': pydyf.Array([left, bottom, right, top])})
        return Node('Figure', self.node(box.element), Alt=pydyf.String(words), A=place)

    def with_parents(self, element):
        while element is not None:
            yield element
            element = self.parents.get(element)

    def write(self, pdf):
        root = pydyf.Dictionary({'Type': '/StructTreeRoot'})
        pdf.add_object(root)
        self.document.write(pdf, root.reference)
        owners = [pydyf.Array([node.entry.reference for node in marks]) for marks in self.pages]
        for link, box in self.links:
            box.link_annotation.update({
                'Contents': pydyf.String(words_of(box.element)), 'F': 4, 'StructParent': len(owners)})
            owners.append(link.entry.reference)
        root['K'] = pydyf.Array([self.document.entry.reference])
        root['ParentTree'] = pydyf.Dictionary({'Nums': pydyf.Array([part for pair in enumerate(owners) for part in pair])})
        root['IDTree'] = pydyf.Dictionary({'Names': pydyf.Array(
            [part for note in self.notes for part in (note.entry['ID'], note.entry.reference)])})
        pdf.catalog['StructTreeRoot'] = root.reference


def is_note(element):
    return 'footnote' in element.get('class', '').split()


def words_of(link):
    return ''.join(link.itertext()).strip() or ' '.join(picture.get('alt', '') for picture in link.iter('img'))


def cell(element, in_head):
    """What is known of a cell of a table, which is needed to tell which heading belongs to it."""
    known = pydyf.Dictionary({'O': '/Table'})
    if element.tag == 'th':
        known['Scope'] = '/Column' if element.get('scope', 'col' if in_head else 'row').startswith('col') else '/Row'
    for name, entry in (('colspan', 'ColSpan'), ('rowspan', 'RowSpan')):
        if element.get(name, '1') != '1':
            known[entry] = int(element.get(name))
    return known

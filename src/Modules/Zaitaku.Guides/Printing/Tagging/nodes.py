"""What a structure is built of."""

import pydyf

GROUPS = ('Document', 'Art', 'Sect', 'Div', 'BlockQuote')


class Node:
    """An element of the structure. Its kids are other nodes, marks (page, number) and annotations."""

    def __init__(self, role, parent=None, **entries):
        self.role, self.parent, self.kids = role, parent, []
        self.entry = pydyf.Dictionary({'Type': '/StructElem', 'S': f'/{role}', **entries})
        if parent is not None:
            parent.kids.append(self)

    def paragraph(self):
        """Where words of this element stand. A group has none itself, only in paragraphs."""
        if self.role not in GROUPS:
            return self
        last = self.kids[-1] if self.kids else None
        return last if isinstance(last, Words) else Words('P', self)

    def write(self, pdf, parent):
        """Into the file, with all that is in it."""
        pdf.add_object(self.entry)
        self.entry['P'] = parent
        # A note stands at the foot of a page. It is read when the text it belongs to has ended, not where the page breaks.
        self.kids.sort(key=lambda kid: isinstance(kid, Node) and kid.role == 'Note')
        marks = [kid for kid in self.kids if isinstance(kid, tuple)]
        if marks:
            self.entry['Pg'] = marks[0][0]
        self.entry['K'] = pydyf.Array([self.written(kid, pdf) for kid in self.kids])

    def written(self, kid, pdf):
        if isinstance(kid, Node):
            kid.write(pdf, self.entry.reference)
            return kid.entry.reference
        if not isinstance(kid, tuple):
            return kid
        page, number = kid
        return number if page == self.entry['Pg'] else pydyf.Dictionary({'Type': '/MCR', 'Pg': page, 'MCID': number})


class Words(Node):
    """A paragraph that the text has no element for."""

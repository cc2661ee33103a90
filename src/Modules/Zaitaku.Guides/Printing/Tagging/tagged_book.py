"""WeasyPrint with better tags: makes PDF/UA-1 (ISO 14289-1) from HTML. Takes the arguments of the program weasyprint.

WeasyPrint 57 tags each page by itself, in the order of painting: lists end with their page, the cells of a table do not know their
headings, running heads are read aloud, pictures have no words, and links are hidden. But it knows what each mark on a page belongs
to. From that the tags are made anew here, in the step that WeasyPrint calls before it writes the file. From 66 on, WeasyPrint marks
pages in another way, and its own tags stay.
"""

from functools import partial, partialmethod

import weasyprint
from weasyprint import __main__, draw

from marks import mark_anew
from structure import Structure


def write_tagged(html, write, target=None, **options):
    return write(html, target, finisher=partial(tag, html.etree_element), **options)


def tag(html, document, pdf):
    forget_tags(pdf)
    structure = Structure(html)
    for page, reference in zip(document.pages, pdf.page_references):
        entries = object_of(pdf, reference)
        structure.turn_to(reference, entries.get('Annots', []), page.height)
        mark_anew(object_of(pdf, entries['Contents']), structure)
    structure.write(pdf)


def forget_tags(pdf):
    """Emptied, not freed: pydyf miscounts objects that are free when it packs the others."""
    for made in pdf.objects:
        if isinstance(made, dict) and made.get('Type') in ('/StructTreeRoot', '/StructElem', '/OBJR'):
            made.clear()


def object_of(pdf, reference):
    return pdf.objects[int(reference.split()[0])]


def draw_marked(draw_picture, stream, box):
    """WeasyPrint draws a picture without a mark of its own."""
    stream.begin_marked_content(box, mcid=True, tag='Figure')
    draw_picture(stream, box)
    stream.end_marked_content()


if int(weasyprint.__version__.split('.')[0]) < 66:
    draw.draw_replacedbox = partial(draw_marked, draw.draw_replacedbox)
    weasyprint.HTML.write_pdf = partialmethod(write_tagged, weasyprint.HTML.write_pdf)
__main__.main()

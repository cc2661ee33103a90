"""The marks in the content of a page, which say what on it belongs to which element."""

import pydyf

PAINTING = {b'f', b'f*', b'S', b's', b'B', b'B*', b'b', b'b*'}


def mark_anew(stream, structure):
    """Sets the marks of a page side by side (a reader would read a link inside a paragraph after it), and takes what only decorates,
    and what stands in the margins, out of what is read."""
    done, around, part = [], [None], []

    def close():
        done.extend(marked(part, around[-1], structure))
        part.clear()

    for step in stream.stream:
        if step == b'BDC':
            mark = stream.marked[part.pop()['MCID']]
            part.pop()
            close()
            around.append(mark)
            structure.begin(mark[1])
        elif step == b'EMC':
            close()
            around.pop()
        else:
            part.append(step)
    close()
    stream.stream = done


def marked(part, mark, structure):
    words = b'BT' in part
    if not words and not any(step in PAINTING or step.endswith((b' Do', b' sh')) for step in part):
        return list(part)
    place = structure.place(*mark) if mark and (words or mark[0] == 'Figure') else None
    if place is None:
        return ['/Artifact', b'BMC', *part, b'EMC']
    role, number = place
    return [f'/{role}', pydyf.Dictionary({'MCID': number}), b'BDC', *part, b'EMC']

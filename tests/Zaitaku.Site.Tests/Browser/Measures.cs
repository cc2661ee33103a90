using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>Scripts that measure a page in the browser. Each answers with the offenders, or with nothing.</summary>
internal static class Measures
{
    /// <summary>A line for each script that found something.</summary>
    public static async Task<List<string>> OffendersAsync(IPage page, params string[] scripts)
    {
        List<string> found = [];
        foreach (var script in scripts)
        {
            if (await page.EvaluateAsync<string>(script) is { Length: > 0 } offenders) found.Add($"{Where(page)} {offenders}");
        }

        return found;
    }

    public static string Where(IPage page) => $"{new Uri(page.Url).PathAndQuery} at {page.ViewportSize!.Width}";

    public const string OpenEverything = "document.querySelectorAll('details').forEach(d => d.open = true)";

    public const string WiderThanWindow = """
        (() => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return '';
          return width + 'px: ' + [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest('.table-scroll, .visually-hidden'))
            .slice(0, 5).map(e => e.outerHTML.slice(0, 120)).join('\n');
        })()
        """;

    /// <summary>Less than 44 by 44 px, except links that stand in running text.</summary>
    public const string SmallTargets = """
        (() => {
          const shown = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.skip-link, .skip, .visually-hidden');
          const inText = e => {
            if (e.localName !== 'a' || getComputedStyle(e).display !== 'inline') return false;
            const block = e.closest('p, li, dd, td, th, address, h3');
            return block && block.textContent.trim().length > e.textContent.trim().length || e.closest('.prose, .page-text');
          };
          const area = e => e.closest('.door') ?? (e.matches('input') ? e.closest('label, .box') : null) ?? e;
          return [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type="hidden"])')]
            .filter(shown).filter(e => !inText(e))
            .filter(e => { const box = area(e).getBoundingClientRect(); return box.width < 43.5 || box.height < 43.5; })
            .map(e => { const box = area(e).getBoundingClientRect(); return `${Math.round(box.width)}×${Math.round(box.height)} ${e.outerHTML.slice(0, 140)}`; }).join('\n');
        })()
        """;

    /// <summary>Running text under 18 px, and anything at all under 14 px but for readings.</summary>
    public const string SmallText = """
        (() => {
          const size = e => parseFloat(getComputedStyle(e).fontSize);
          const aside = '.meta, .hint, .must, td small, .savebar .state, .button, .chapters li > span, .file-type, .date, .toc, .footnotes, .footnote, .changed, .keep-hint, .sheet-status, .buttons, .tools, .cover, .colophon, .term-back';
          const own = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim() !== '');
          const found = [];
          for (const e of document.querySelectorAll('body *')) {
            if (!own(e) || !e.checkVisibility() || e.closest('rt, rp, .visually-hidden, script, noscript, svg')) continue;
            const running = e.closest('main :is(p, li, td, dd, label)') && !e.closest(aside) && !e.matches('sup, sup *, .terms summary, .terms summary *, .pager span, h1 small');
            if (size(e) < (running ? 17.9 : 13.9)) found.push(`${size(e)}px ${e.outerHTML.slice(0, 140)}`);
          }
          return found.slice(0, 10).join('\n');
        })()
        """;

    /// <summary>Controls without a ring of at least 2 px when the keyboard reaches them.</summary>
    public const string UnseenFocus = """
        (() => {
          const found = [];
          for (const e of document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type="hidden"]), [tabindex="0"]')) {
            if (!e.checkVisibility({ visibilityProperty: true })) continue;
            e.focus({ focusVisible: true });
            if (document.activeElement !== e) { found.push('takes no focus: ' + e.outerHTML.slice(0, 120)); continue; }
            const style = getComputedStyle(e);
            if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) found.push('no ring: ' + e.outerHTML.slice(0, 120));
            const box = e.getBoundingClientRect();
            if (box.bottom < 0 || box.top > innerHeight) found.push('out of sight: ' + e.outerHTML.slice(0, 120));
          }
          return found.join('\n');
        })()
        """;

    public const string BlockingScripts = """
        [...performance.getEntriesByType('resource').filter(r => r.initiatorType === 'script' && r.renderBlockingStatus === 'blocking').map(r => r.name),
         ...[...document.querySelectorAll('script:not([src])')].map(s => 'inline: ' + s.textContent.slice(0, 80))].join('\n')
        """;
}

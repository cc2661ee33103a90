using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Listing;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Mail;
using Zaitaku.Cms.Text;
using Zaitaku.Cms.Web;

namespace Zaitaku.Admin.Freshness;

/// <summary>Writes to the departments: once a week what nobody has looked at in time, and once for each page that is about to end.</summary>
public sealed class LetterDesk(SiteDb db, FreshPages pages, DepartmentMails departments, EndingReaders readers, Outbox outbox, SiteAddress address, FreshnessSettings settings, TimeProvider clock)
{
    /// <summary>The most pages that one letter names.</summary>
    private const int MaxNamed = 50;

    /// <summary>Writes the letters of this week, unless they have been written.</summary>
    /// <returns>How many were put into the outbox.</returns>
    public Task<int> WriteOverdueAsync(CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var week = WeekAt(now);
        if (await db.Set<LetterRound>().AnyAsync(round => round.Week == week, cancel)) return 0;
        db.Add(new LetterRound { Week = week, WrittenUtc = now });
        await db.SaveChangesAsync(cancel);
        var overdue = await pages.OverdueAt(now).Where(page => page.DepartmentId != null).ToListAsync(cancel);
        var count = 0;
        foreach (var department in (await departments.AllAsync(cancel)).Values)
        {
            var own = overdue.FindAll(page => page.DepartmentId == department.Id);
            if (own.Count == 0) continue;
            var lines = await LinesAsync([.. own.Select(page => (page.Id, page.Title, AdminText.DueOn(page.DueUtc!.Value)))], cancel);
            await outbox.PutAsync(department.Mail, AdminText.OverdueLetter,
                [(AdminText.SlotDepartment, department.Name), (AdminText.SlotCount, $"{own.Count}"), (AdminText.SlotPages, lines), (AdminText.SlotList, await address.BaseAsync(cancel) + $"/admin/freshness?department={department.Id}")], cancel);
            count++;
        }

        return count;
    }, cancel);

    /// <summary>Writes of pages that are about to end to their departments and to whoever changed them last, once for each end.</summary>
    /// <returns>How many letters were put into the outbox.</returns>
    public Task<int> WriteEndingAsync(CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var until = now + settings.EndingSoon;
        var ending = await db.Set<ContentListing>().AsNoTracking().Where(row => row.Published && row.ArchiveUtc != null && row.ArchiveUtc > now && row.ArchiveUtc <= until &&
            !db.Set<EndingLetter>().Any(letter => letter.ContentItemId == row.ContentItemId && letter.ArchiveUtc == row.ArchiveUtc)).OrderBy(row => row.ArchiveUtc).ToListAsync(cancel);
        if (ending.Count == 0) return 0;
        var letters = (await readers.OfAsync(ending, cancel)).ToList();
        foreach (var letter in letters)
        {
            var lines = await LinesAsync([.. letter.Pages.Select(row => (row.ContentItemId, row.Title, AdminText.EndsOn(row.ArchiveUtc!.Value)))], cancel);
            await outbox.PutAsync(letter.Mail, AdminText.EndingLetter, [(AdminText.SlotReader, letter.Name), (AdminText.SlotCount, $"{letter.Pages.Count}"), (AdminText.SlotPages, lines)], cancel);
        }

        db.AddRange(letters.SelectMany(letter => letter.Pages).Distinct().Select(row => new EndingLetter { ContentItemId = row.ContentItemId, ArchiveUtc = row.ArchiveUtc!.Value, WrittenUtc = now }));
        await db.SaveChangesAsync(cancel);
        return letters.Count;
    }, cancel);

    /// <summary>The last day at or before this moment on which letters were due.</summary>
    private string WeekAt(DateTime utc)
    {
        var there = JapaneseDate.InTokyo(utc).AddHours(-settings.LetterHour);
        var back = ((int)there.DayOfWeek - (int)settings.LetterDay + 7) % 7;
        return JapaneseDate.Machine(DateOnly.FromDateTime(there.DateTime).AddDays(-back));
    }

    private async Task<string> LinesAsync(List<(string Id, string Title, string When)> named, CancellationToken cancel)
    {
        var home = await address.BaseAsync(cancel);
        var lines = named.Take(MaxNamed).Select(page => $"{AdminText.LetterLine(page.Title, page.When)}\n{home}/admin/content/{page.Id}").ToList();
        if (named.Count > MaxNamed) lines.Add(AdminText.AndMore(named.Count - MaxNamed));
        return string.Join("\n\n", lines);
    }
}

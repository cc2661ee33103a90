using System.Globalization;
using Zaitaku.Proofing.Links.External;

namespace Zaitaku.Proofing.Tests;

public sealed class LinkWorkerTests
{
    [Theory]
    [InlineData("2026-11-26T02:59:59+09:00", 3, null), InlineData("2026-11-26T03:00:00+09:00", 3, "2026-11-26"), InlineData("2026-11-26T05:59:59+09:00", 3, "2026-11-26")]
    [InlineData("2026-11-26T06:00:00+09:00", 3, null), InlineData("2026-11-26T14:00:00+09:00", 3, null), InlineData("2026-11-25T18:00:00Z", 3, "2026-11-26")]
    [InlineData("2026-11-26T23:30:00+09:00", 23, "2026-11-26"), InlineData("2026-11-27T01:30:00+09:00", 23, "2026-11-26")]
    public void A_night_has_one_name_from_its_hour_on_and_there_is_none_by_day(string moment, int hour, string? night) =>
        Assert.Equal(night, LinkWorker.NightAt(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), hour)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

namespace Zaitaku.Admin.Freshness;

/// <summary>The section <c>Freshness</c> of the settings.</summary>
public sealed class FreshnessSettings
{
    /// <summary>How many days before its end a page counts as ending soon.</summary>
    public int EndingSoonDays { get; set; } = 7;

    /// <summary>Whether departments are written to.</summary>
    public bool Letters { get; set; } = true;

    /// <summary>On which day and at which hour, by Tokyo's clock, the week's letters are due.</summary>
    public DayOfWeek LetterDay { get; set; } = DayOfWeek.Monday;

    /// <inheritdoc cref="LetterDay"/>
    public int LetterHour { get; set; } = 8;

    public TimeSpan EndingSoon => TimeSpan.FromDays(EndingSoonDays);
}

using System.Globalization;

namespace Zaitaku.Cms.Text;

/// <summary>Dates as a Japanese public office writes them: the Western year first, the era year beside it.</summary>
public static class JapaneseDate
{
    private static readonly JapaneseCalendar Calendar = new();
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    /// <summary>The day in Tokyo at this moment.</summary>
    public static DateOnly DayInTokyo(DateTimeOffset moment) => DateOnly.FromDateTime(InTokyo(moment).DateTime);

    /// <summary>The moment at which a day begins in Tokyo, in UTC.</summary>
    public static DateTime BeginningInTokyo(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Tokyo);

    /// <summary>The same moment with Tokyo's clock and offset.</summary>
    public static DateTimeOffset InTokyo(DateTimeOffset moment) =>
        // Japan is always ahead of UTC, so only the last hours of the calendar have no Tokyo time.
        moment.UtcDateTime > DateTime.MaxValue.AddDays(-1) ? moment : TimeZoneInfo.ConvertTime(moment, Tokyo);

    /// <summary>2026年（令和8年）11月1日, and with the weekday 2026年（令和8年）11月1日（日曜日）. Before Meiji the era is left out.</summary>
    public static string InWords(DateOnly date, bool weekday = false) =>
        MarkupText.Date(date, EraYear(date)) + (weekday ? MarkupText.Weekday(date.DayOfWeek) : "");

    /// <inheritdoc cref="InWords(DateOnly, bool)"/>
    public static string InWords(DateTimeOffset moment, bool weekday = false) => InWords(DayInTokyo(moment), weekday);

    /// <summary>令和8年; the first year is 元年; empty for days the Japanese calendar does not reach.</summary>
    public static string EraYear(DateOnly date)
    {
        var day = date.ToDateTime(TimeOnly.MinValue);
        return day < Calendar.MinSupportedDateTime ? "" : MarkupText.YearInEra(Calendar.GetEra(day), Calendar.GetYear(day));
    }

    /// <summary>The fiscal year (April to March) a day belongs to, by the Western year it begins in.</summary>
    public static int FiscalYear(DateOnly date) => date.Month >= 4 ? date.Year : date.Year - 1;

    /// <summary>令和8年度. The era is that of 1 May: the year that began on 1 April 2019 is called 令和元年度.</summary>
    public static string FiscalYearName(int fiscalYear) => MarkupText.FiscalYear(EraYear(new DateOnly(fiscalYear, 5, 1)));

    /// <inheritdoc cref="FiscalYearName(int)"/>
    public static string FiscalYearName(DateOnly date) => FiscalYearName(Math.Max(FiscalYear(date), 1));

    /// <summary>2026-11-01, for the <c>datetime</c> attribute.</summary>
    public static string Machine(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2026-11-01T09:00:00+09:00, for the <c>datetime</c> attribute.</summary>
    public static string Machine(DateTimeOffset moment) =>
        InTokyo(moment).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The name of an era proclaimed after this was written, as the runtime knows it.</summary>
    internal static string EraName(int era)
    {
        var culture = new CultureInfo("ja-JP");
        culture.DateTimeFormat.Calendar = new JapaneseCalendar();
        return culture.DateTimeFormat.GetEraName(era);
    }
}

using System.Globalization;
using Zaitaku.Cms.Text;

namespace Zaitaku.Admin;

/// <summary>Moments as the workplace writes them, by Tokyo's clock.</summary>
public static class AdminDates
{
    /// <summary>2026年（令和8年）11月22日 9時30分, for people.</summary>
    public static string InTokyo(DateTime utc) => AdminText.Moment(JapaneseDate.InWords(utc), JapaneseDate.InTokyo(utc));

    /// <summary>2026/11/22 09:30, for spreadsheets.</summary>
    public static string ForTables(DateTime utc) => JapaneseDate.InTokyo(utc).ToString("yyyy/MM/dd HH:mm", CultureInfo.InvariantCulture);
}

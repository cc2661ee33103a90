using System.Globalization;
using Zaitaku.Cms.Text;

namespace Zaitaku.Admin;

/// <summary>Moments as the workplace writes them, by Tokyo's clock.</summary>
public static class AdminDates
{
    /// <summary>2026/11/22 09:30, for narrow places.</summary>
    public static string InTokyo(DateTime utc) => JapaneseDate.InTokyo(utc).ToString("yyyy/MM/dd HH:mm", CultureInfo.InvariantCulture);
}

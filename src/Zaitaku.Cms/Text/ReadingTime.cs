namespace Zaitaku.Cms.Text;

/// <summary>How long a text takes to read, for a line such as 約4分 under its title.</summary>
public static class ReadingTime
{
    /// <summary>
    /// Characters a minute. Adults are usually said to read Japanese prose silently at 400 to 600 characters a minute, and a news
    /// reader speaks about 300. Many readers here are old, tired or on a telephone, so the rate is set in the lower part: a promise
    /// of four minutes should not turn into six.
    /// </summary>
    public const int CharactersPerMinute = 450;

    /// <summary>Whole minutes, rounded up, at least one.</summary>
    public static int Minutes(int characters) =>
        Math.Max(1, (int)Math.Ceiling(Math.Max(0, characters) / (double)CharactersPerMinute));

    /// <summary>約4分.</summary>
    public static string Words(int characters) => MarkupText.Minutes(Minutes(characters));
}

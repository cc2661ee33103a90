namespace Zaitaku.Proofing.Links.External;

/// <summary>The section <c>Links</c> of the settings.</summary>
public sealed class LinkSettings
{
    /// <summary>Whether links to other sites are asked every night.</summary>
    public bool CheckNightly { get; set; } = true;

    /// <summary>At which hour the night's round begins, by Tokyo's clock.</summary>
    public int Hour { get; set; } = 3;

    /// <summary>After how many nights without an answer a link is broken: one night may be an outage.</summary>
    public int NightsUntilBroken { get; set; } = 2;

    public int TimeoutSeconds { get; set; } = 10;

    public int MaxRedirects { get; set; } = 5;

    /// <summary>How long one host is left alone between two questions.</summary>
    public int PauseMilliseconds { get; set; } = 1000;

    /// <summary>
    /// Hosts that are asked although they are not on the public net or not at its usual ports, each as <c>host:port</c>. Nothing else inside is
    /// ever reached.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];
}

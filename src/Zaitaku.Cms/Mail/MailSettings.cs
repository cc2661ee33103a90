namespace Zaitaku.Cms.Mail;

/// <summary>The section <c>Mail</c> of the settings.</summary>
public sealed class MailSettings
{
    /// <summary>The mail server. Empty: the site sends no mail.</summary>
    public string? Host { get; set; }
    public int Port { get; set; } = 25;

    /// <summary>Whether the connection has to be encrypted (STARTTLS), and the server's certificate to be right.</summary>
    public bool Tls { get; set; } = true;

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";
    public string? UserName { get; set; }
    public string? Password { get; set; }

    /// <summary>How long the list of mails, and with it the receivers' addresses, is kept.</summary>
    public int KeepDays { get; set; } = 30;

    /// <summary>How long one mail may take the mail server: less than the first pause, so that no two tries of a mail overlap.</summary>
    public int PatienceSeconds { get; set; } = 30;

    /// <summary>How often the outbox is looked into without a bell. Null: twice a minute.</summary>
    public TimeSpan? LookAgain { get; set; }

    public bool Sends => Host is { Length: > 0 };
}

namespace Zaitaku.Cms.Mail;

/// <summary>What the outbox says to whoever words a mail, and to staff.</summary>
public static class MailText
{
    public const string SubjectMissing = "件名を入力してください。";
    public const string BodyMissing = "本文を入力してください。";

    public const string BodyStrange = "本文に、目に見えない特別な文字が入っています。もう一度打ちこんでください。";

    public static string SubjectTooLong(int most) => $"件名は、改行のない1行で、{most}文字までにしてください。";

    public static string BodyTooLong(int most) => $"本文は{most}文字までにしてください。";

    public static string SlotUnknown(string name, IReadOnlyList<MailSlot> slots) =>
        $"「{{{name}}}」は、このメールでは使えません。" + (slots.Count > 0 ? $"使えるのは{string.Join("、", slots.Select(slot => $"「{{{slot.Name}}}」"))}です。" : "");

    public static string SlotMissing(MailSlot slot) => $"本文に「{{{slot.Name}}}」がありません。これがないと、受け取った人が先へ進めません。本文のどこかに入れてください。";

    public const string NoAnswer = "メールのサーバーが時間内に答えませんでした。";
}

namespace Zaitaku.Admin.Approvals;

/// <summary>Japanese of approval that code must name.</summary>
public static class ApprovalText
{
    public const string Menu = "承認";
    public const string MenuSettings = "承認の設定";
    public const string ToApprove = "承認待ち";
    public const string CameBack = "差し戻された申請";

    public const string CommentToApprover = "承認する人へのコメント";
    public const string CommentToApproverHint = "直したわけ、とくに見てほしいところを書きます。空でも申請できます。";
    public const string Comment = "コメント";
    public const string CommentHint = "差し戻すときは、理由を必ず書きます。承認のときは、空でもかまいません。";
    public const string Days = "催促までの日数";
    public const string DaysHint = "この日数のあいだ答えがないと、承認する人にメールで知らせます。答えがあるまで、同じ日数ごとに知らせます。";

    public const string ChangedBeforeAsking = "画面を開いてから、内容が変わりました。最新の内容を確かめて、もう一度申請してください。";
    public const string CommentTooLong = "コメントは1000文字までにしてください。";
    public const string NothingToPublish = "公開中のページと同じ内容です。直してから申請してください。";
    public const string Answered = "この申請は、ほかの人がすでに処理しました。いまの状態を確かめてください。";
    public const string Overtaken = "申請のあとに内容が変わったので、承認できません。申請し直してもらってください。";
    public const string ReasonMissing = "差し戻す理由を書いてください。";
    public const string NoLowerLevel = "1段目なので、戻す先は申請した人だけです。";
    public const string ByApproval = "承認による";
    public const string Needed = "この種類のコンテンツは、公開の前に承認が要ります。「保存して承認を申請」を押してください。";
    public const string NeededToTakeDown = "この種類のコンテンツは、公開をやめるときにも承認が要ります。編集の画面の「公開終了を申請」を押してください。";

    public const string NotYours = "この申請を承認する権限がありません。自分の申請は、自分では承認できません。";

    public const string Asked = "申請しました。承認する人に知らせます。";
    public const string Withdrawn = "申請を取り下げました。";
    public const string Remanded = "差し戻しました。";
    public const string PassedOn = "承認しました。2段目の承認を待ちます。";
    public const string Approved = "承認しました。予定の日時があればその日時に、なければすぐに公開します。";
    public const string TakenDown = "承認しました。公開を終了しました。";
    public const string SettingsSaved = "承認の設定を保存しました。";

    public const string StandInMissing = "代理をする人を選んでください。";
    public const string FromMissing = "始まりの日を入れてください。";
    public const string UntilMissing = "終わりの日は、始まりの日か、その後にしてください。";
    public const string UntilPast = "終わりの日が過ぎています。今日より後にしてください。";
    public const string TooLong = "代理の期間は1年までです。";
    public const string StandInNamed = "代理をする人を決めました。";
    public const string StandInEnded = "代理を取り消しました。";
    public const string DaysWrong = "1から90までの数にしてください。";

    public static string KindName(ApprovalKind kind) => kind switch
    {
        ApprovalKind.Publish => "公開",
        ApprovalKind.TakeDown => "公開終了",
        _ => "差し替え",
    };

    public static string StateName(ApprovalRequest request) => request.State switch
    {
        ApprovalState.Waiting => request.Levels > 1 ? $"{request.Level}段目の承認待ち" : "承認待ち",
        ApprovalState.Approved => "承認済み",
        ApprovalState.Remanded => "差戻し",
        ApprovalState.Withdrawn => "取下げ",
        _ => "内容が変わったので終了",
    };

    public static string VerbName(string verb) => verb switch
    {
        ApprovalVerbs.Asked => "申請",
        ApprovalVerbs.Approved => "承認",
        ApprovalVerbs.Remanded => "差戻し",
        ApprovalVerbs.RemandedDown => "1段目へ差戻し",
        ApprovalVerbs.Withdrawn => "取下げ",
        ApprovalVerbs.Lapsed => "内容が変わったので終了",
        _ => verb,
    };

    public static string AskedAlready(string who) => $"このコンテンツは、{who} さんの申請が承認待ちです。その答えを待つか、取り下げてもらってください。";

    public static string HeldBack(int errors) => $"点検で、直すところが{errors}か所見つかりました。差し戻して直してもらってください。";

    public static string Over(int errors, string comment) => $"{AdminText.OverErrors(errors)}　{comment}".Trim();

    /// <summary>How an act on a request stands in the record.</summary>
    public static string Noted(ApprovalRequest request, int level, Mandate? mandate, bool own, string comment) => string.Join("　", new[]
    {
        KindName(request.Kind) + "の申請",
        request.Levels > 1 ? $"{level}段目" : "",
        mandate?.ForName is { } name ? $"{name} の代理" : "",
        mandate is not null && own ? "自分の申請" : "",
        comment,
    }.Where(piece => piece.Length > 0));

    public static string BulkDone(int done, int refused) => $"{done}件を承認しました。" + (refused > 0 ? $"{refused}件は承認できませんでした。" : "");
}

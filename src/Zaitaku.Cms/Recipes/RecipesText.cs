using System.Globalization;
using System.Text;

namespace Zaitaku.Cms.Recipes;

/// <summary>What recipes say to those who write and apply them.</summary>
public static class RecipesText
{
    private const int MostProblems = 100;

    public const string NotJson = "JSON として読めません。この行の近くに、閉じていないかっこや引用符、足りないコンマがないか確かめてください。";
    public const string NotText = "文字として読めない部分があります。UTF-8 で保存し、制御文字を取り除いてください。";
    public const string NotARecipe = "レシピではありません。いちばん外側を { … } にし、name と steps を書いてください。";
    public const string FileUnreadable = "ファイルを読めません。ほかのプログラムが使っていないか、読む権限があるかを確かめてください。";
    public const string StepsMissing = "steps がありません。「\"steps\": [ … ]」の形で手順を書いてください。";
    public const string StepShape = "手順は { \"name\": … } の形で書いてください。";
    public const string StepNameMissing = "手順に name がありません。何をする手順か（settings、content など）を書いてください。";
    public const string ExpressionShape = "式の書き方が正しくありません。[js: 関数('値')] または [file:text('ファイル')] の形で書いてください。";
    public const string ExpressionDeep = "式の結果がまた式になることを繰り返しています。変数が自分自身を指していないか確かめてください。";
    public const string ExpressionLarge = "式で読み込む内容が多すぎます。ファイルを分けるか、media の手順を使ってください。";
    public const string NotBase64 = "Base64 として読めません。値を作り直してください。";
    public const string NotGzip = "gzip として開けないか、大きすぎます。値を作り直してください。";
    public const string MediaTargetMissing = "TargetPath がありません。サイトでの置き場所を書いてください。";
    public const string MediaSourceMissing = "ファイルの中身がありません。SourcePath か Base64 を書いてください。";
    public const string MediaFromElsewhere = "SourceUrl は使えません（ほかのサーバーへは取りに行きません）。ファイルをレシピのフォルダーに置き、SourcePath で指してください。";
    public const string AudienceUnknown = "Audience は Public、Professionals、Staff のどれかで書いてください。";
    public const string RoleBehaviour = "PermissionBehavior は Replace、Add、Remove のどれかで書いてください。";
    public const string RedirectPath = "Path がないか、アドレスとして使えません。前にあったアドレスを、頭の / を付けずに書いてください。";
    public const string RedirectItem = "ContentItemId がありません。いまのページの ContentItemId を書いてください。";
    public const string StepKeptLine = "そのまま記録する";
    /// <summary>What recipes that ask for the site's name get before it has one.</summary>
    public const string UnnamedSite = "新しいサイト";
    public const string NoChange = "変更なし";

    public static string TooDeep => $"入れ子が深すぎます。{RecipeFile.MaxDepth}段までにしてください。";

    public static string Problem(string file, int line, string path, string message) => $"{file} {line}行目（{path}）：{message}";

    public static string PropertyTwice(string name) => $"「{name.Shortened()}」が同じところに二度書かれています。どちらか一方にしてください。";

    public static string FileMissing(string path) => $"ファイル「{path}」がありません。場所と名前を確かめてください。";

    public static string FileTooLarge(long bytes, long limit = RecipeFile.MaxBytes) =>
        $"ファイルが大きすぎます（{bytes / 1024 / 1024} MB）。{limit / 1024 / 1024} MB までにし、画像などは media の手順でファイルとして添えてください。";

    public const string ZipBroken = "zip として開けません。壊れているか、暗号化されています。作り直してください。";
    public const string ZipWithoutRecipe = "zip のいちばん上に Recipe.json がありません。フォルダーごとではなく、中身を zip にしてください。";
    public const string ZipTooLarge = "zip を広げると大きくなりすぎます。何も取り込みませんでした。書き出したサイトのファイルか確かめてください。";

    public static string ZipTooMany(int entries, int limit) => $"zip の中のファイルが多すぎます（{entries} 個）。{limit} 個までにしてください。";

    public static string ZipName(string name) => $"zip の中に使えない名前「{name.Shortened()}」があります。フォルダーの外を指す名前や、記号 \\ : * ? \" < > | を使った名前を取り除いてください。";

    public static string ZipNameTwice(string name) => $"zip の中に同じ名前「{name.Shortened()}」が二つあります。どちらかを取り除いてください。";

    public static string ZipFileTooLarge(string name, long limit) => $"zip の中の「{name.Shortened()}」が大きすぎます。{limit / 1024 / 1024} MB までにしてください。";

    private const string KeepHint = "ほかのサイトのレシピなら、--keep-unknown を付けると、知らないものも元のまま預かります。";

    public static string UnknownKept(string name) => $"「{name.Shortened()}」は、このサイトにはありません。元のまま預かり、書き出すときに渡します";

    public static string RecipeNotHere(string name) => $"レシピ「{name.Shortened()}」は手もとにないので、呼び出しません";

    public static string UnknownStep(string name) => $"「{name.Shortened()}」という手順はありません。つづりを確かめてください。{KeepHint}";

    public static string MediaLeftOut(string path) => $"{path}：この種類のファイルは、このサイトでは使えないので入れません";

    public static string TypeOfOrchard(string name) => $"種類 {name} は Orchard Core の機能が持つものです。同じ形で作ります";

    public static string ScriptKept(string script) => $"式「{script.Shortened(40)}」は、このサイトでは計算できません。元のまま記録します";

    public static string VariableEmpty(string script) => $"変数の式「{script.Shortened(40)}」は、このサイトでは計算できません。空として扱います";

    public static string StepKept(string name) => $"{name}：このサイトでは実行しません。書き出すときに元のまま渡します";

    public static string SecretsLeftOut(IEnumerable<string> names) => $"パスワードや鍵は記録しません（{string.Join("、", names)}）";

    public static string StepWithPasswords(string name) => $"「{name}」の手順は、パスワードを含むため使えません。利用者は管理画面か create-admin で作ってください。";

    public static string UnknownPermission(string name) => $"「{name.Shortened()}」という権限はありません。";

    public static string PermissionOfOrchard(string name) => $"権限 {name} は、このサイトでは何も許しません（記録だけします）";

    public static string ShapeWrong(string property, string shape) => $"「{property}」は {shape} の形で書いてください。";

    public static string UnknownFeature(string id) => $"「{id.Shortened()}」という機能はありません。";

    public static string FeatureOfOrchard(string id) => $"{id}：このサイトでは本体に含まれるか、使いません（記録だけします）";

    public static string FeatureOn(string id) => $"{id} を有効にする";

    public static string FeatureOff(string id) => $"{id} を無効にする";

    public static string UnknownTheme(string id) => $"「{id.Shortened()}」というテーマはありません。";

    public static string ThemeOfOrchard(string id) => $"{id}：このサイトにはないテーマなので、今のテーマのままにします";

    public static string ThemeSet(string place, string id) => $"{place} のテーマを {id} にする";

    public static string SettingChanged(string name) => $"設定 {name}";

    public static string SettingKind(string name) => $"設定「{name}」の値の種類が違います。文字か数か、書き方を確かめてください。";

    public static string DefinitionNameMissing => "定義に Name がありません。";

    public static string UnknownPart(string name) => $"「{name.Shortened()}」という部品はありません。";

    public static string Meant(string? name) => name is null ? "名前を書いてください。" : $"「{name}」のことではありませんか。つづりを確かめてください。{KeepHint}";

    public static string UnknownField(string name) => $"「{name.Shortened()}」という種類の項目はありません。";

    public static string PartOfOrchard(string name) => $"部品 {name} はこのサイトでは表示しません。中身はそのまま保ちます";

    public static string FieldOfOrchard(string name) => $"項目の種類 {name} はこのサイトでは表示しません。中身はそのまま保ちます";

    public static string TypeLine(string name) => $"種類 {name}";

    public static string PartLine(string name) => $"部品 {name}";

    public static string TypeInUse(string name) => $"種類「{name.Shortened()}」のコンテンツが残っています。先にコンテンツを消してください。";

    public static string PartInUse(string name) => $"部品「{name.Shortened()}」を使っている種類があります。先に種類から外してください。";

    public static string UnknownType(string name) => $"「{name.Shortened()}」という種類のコンテンツは定義されていません。ContentDefinition の手順で定義するか、つづりを確かめてください。{KeepHint}";

    public static string FieldNotDefined(string part, string field) => $"部品「{part}」に「{field.Shortened()}」という項目はありません。";

    public static string PartNotAttached(string type, string part) => $"種類 {type} にない部品 {part} は、表示されずそのまま保たれます";

    public static string ValueWrong(string element) => $"「{element}」の値として読めません。値の種類（文字、数、日時、一覧）を確かめてください。";

    public const string ShapeOfText = "文字";
    public const string ShapeOfTruth = " true か false ";
    public const string ShapeOfTime = "日時（2026-04-01T00:00:00Z の形）";

    public static string HeaderWrong(string name, string shape) => $"「{name}」は{shape}で書いてください。";

    public static string IdInvalid(string name) => $"「{name}」は26文字以内で、空白や制御文字を使わずに書いてください。";

    public static string ItemTwice(string id) => $"コンテンツ「{id}」が二度出てきます。ContentItemId を別にするか、版ごとに ContentItemVersionId を書いてください。";

    public static string PathTwice(string path) => $"アドレス「/{path.Shortened()}」が二つのコンテンツに使われています。どちらかを変えてください。";

    public static string PathTaken(string path) => $"アドレス「/{path.Shortened()}」は、すでにサイトにある別のコンテンツが使っています。別のアドレスにしてください。";

    public static string AliasTwice(string alias) => $"別名「{alias.Shortened()}」が二つのコンテンツに使われています。どちらかを変えてください。";

    public static string ItemMissing(string id) => $"「{id.Shortened()}」というコンテンツは、レシピにもサイトにもありません。番号を確かめてください。";

    public static string TermMissing(string id) => $"「{id.Shortened()}」という用語は、その分類にありません。番号を確かめてください。";

    public static string MediaMissing(string path) => $"ファイル「{path.Shortened()}」は、レシピの media の手順にもサイトにもありません。";

    public static string ContainerCycle(string id) => $"コンテンツ「{id}」が、めぐりめぐって自分自身に入っています。ListContentItemId を確かめてください。";

    public static string NoFlag(string title) => $"「{title}」は Latest も Published も true でないため、保管されるだけで表示されません";

    public static string ItemLine(string type, string id, string? title) => $"{type} {id} {title}";

    public static string ContentCount(string type, int fresh, int changed, int unchanged) => $"{type}：新規 {fresh} 件、変更 {changed} 件、変更なし {unchanged} 件";

    public static string UnknownExpression(string prefix) =>
        $"「[{prefix}: …]」という式は使えません。使えるのは [js: …] と [file: …] です。ふつうの文として書くなら、[ の前に文字を置いてください。";

    public static string UnknownFunction(string name) =>
        $"「{name.Shortened()}」という関数は使えません。使えるのは uuid、base64、html、gzip、variables、parameters、configuration と、file の text、base64 です。";

    public static string ArgumentCount(string name) => $"関数「{name}」に渡す値の数が違います。";

    public static string UnknownVariable(string name) => $"変数「{name.Shortened()}」がありません。レシピの variables に書いてください。";

    public static string UnknownParameter(string name) => $"「{name.Shortened()}」という parameters はありません。つづりを確かめてください。";

    public static string SecretParameter(string name) => $"「{name.Shortened()}」は秘密の値なので、レシピからは読めません。";

    public static string PathOutside(string path) => $"「{path.Shortened()}」は使えません。レシピと同じフォルダーの中のファイルを、「/」で区切って書いてください。";

    public static string UnknownRecipe(string name) => $"「{name.Shortened()}」という名前のレシピが、このフォルダーの中に見つかりません。name の値を確かめてください。";

    public static string RecipeNameTwice(string name) => $"「{name.Shortened()}」という名前のレシピが二つ以上あります。name を別にしてください。";

    public static string RecipeCycle(string name) => $"レシピ「{name.Shortened()}」が、めぐりめぐって自分自身を呼んでいます。";

    public static string Plan(RecipePlan plan)
    {
        var text = new StringBuilder(plan.Recipe).AppendLine();
        foreach (var line in plan.Lines) text.AppendLine(CultureInfo.InvariantCulture, $"  {Verb(line.Verb)}  {line.Step}：{line.Text}");
        foreach (var problem in plan.Problems.Take(MostProblems)) text.AppendLine(CultureInfo.InvariantCulture, $"  × {problem}");
        if (plan.Problems.Count > MostProblems) text.AppendLine(CultureInfo.InvariantCulture, $"  × ほか {plan.Problems.Count - MostProblems} 件");
        return text.AppendLine(Ending(plan)).ToString();
    }

    private static string Ending(RecipePlan plan) => plan switch
    {
        { Refused: true } => $"{plan.Problems.Count} 件の問題があるため、何も書き込みませんでした。",
        { ChangesNothing: true } => NoChange,
        { Kept: true } => "適用しました。",
        _ => "まだ何も書き込んでいません。",
    };

    private static string Verb(PlanVerb verb) => verb switch
    {
        PlanVerb.New => "新規　　",
        PlanVerb.Changed => "変更　　",
        PlanVerb.Removed => "削除　　",
        PlanVerb.Unchanged => "変更なし",
        _ => "お知らせ",
    };
}

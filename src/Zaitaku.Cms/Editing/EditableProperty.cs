using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Editing;

/// <summary>One JSON property of a part or field that a form can change.</summary>
public abstract record EditableProperty(string Name)
{
    /// <summary>As a form shows it.</summary>
    public abstract string Show(JsonNode? value);

    /// <summary>Takes over what the form says. A property that says the same as before is not touched, so its JSON stays to the letter.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public virtual string? Take(PostedForm form, string name, JsonObject bag)
    {
        if (form.Value(name) is not { } text || Normal(text) == Normal(Show(bag[Name]))) return null;
        if (string.IsNullOrWhiteSpace(text))
        {
            bag.Remove(Name);
            return null;
        }

        if (Read(text) is not { } value) return Complaint;
        bag[Name] = value;
        return null;
    }

    /// <summary>The value of a text that is not empty, or null when it is none of this kind.</summary>
    protected abstract JsonNode? Read(string text);

    protected virtual string Complaint => EditingText.NotUnderstood;

    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}

/// <summary>A text, kept as it was typed.</summary>
public sealed record TextProperty(string Name) : EditableProperty(Name)
{
    public override string Show(JsonNode? value) => value?.ToString() ?? "";

    protected override JsonNode? Read(string text) => JsonValue.Create(text);
}

/// <summary>One word of a closed list, as an enum writes it. The first is what an item says that says nothing.</summary>
public sealed record ChoiceProperty(string Name, params string[] Choices) : EditableProperty(Name)
{
    public override string Show(JsonNode? value) => value?.ToString() is { Length: > 0 } text ? text : Choices[0];

    protected override JsonNode? Read(string text) => Choices.Contains(text) ? JsonValue.Create(text) : null;
}

/// <summary>Yes or no. The form carries an empty value beside the box, so that an empty box is heard.</summary>
public sealed record FlagProperty(string Name) : EditableProperty(Name)
{
    public override string Show(JsonNode? value) => value is JsonValue v && (v.TryGetValue<bool>(out var flag) ? flag : v.ToString() is "true" or "True") ? "true" : "";

    public override string? Take(PostedForm form, string name, JsonObject bag)
    {
        if (!form.Has(name)) return null;
        var now = form.Values(name).Contains("true");
        if (now != (Show(bag[Name]) == "true")) bag[Name] = now;
        return null;
    }

    protected override JsonNode? Read(string text) => JsonValue.Create(text == "true");
}

public sealed record NumberProperty(string Name) : EditableProperty(Name)
{
    public override string Show(JsonNode? value) => value?.ToString() ?? "";

    protected override JsonNode? Read(string text) =>
        decimal.TryParse(text.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null;

    protected override string Complaint => EditingText.NotANumber;
}

/// <summary>A calendar day, kept as midnight UTC as Orchard Core does.</summary>
public sealed record DayProperty(string Name) : EditableProperty(Name)
{
    private const string Form = "yyyy-MM-dd";

    public override string Show(JsonNode? value) => Moments.Of(value) is { } moment ? moment.ToString(Form, CultureInfo.InvariantCulture) : "";

    protected override JsonNode? Read(string text) =>
        DateOnly.TryParseExact(text.Trim(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? JsonValue.Create(day.ToString(Form, CultureInfo.InvariantCulture) + "T00:00:00Z") : null;

    protected override string Complaint => EditingText.NotADay;
}

/// <summary>A moment: Tokyo's clock on the form, UTC in the JSON.</summary>
public sealed record MomentProperty(string Name) : EditableProperty(Name)
{
    public override string Show(JsonNode? value) => Moments.Of(value) is { } moment ? Moments.Local(moment) : "";

    protected override JsonNode? Read(string text) =>
        Moments.FromLocal(text) is { } utc ? JsonValue.Create(utc.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture)) : null;

    protected override string Complaint => EditingText.NotAMoment;
}

/// <summary>A time of day, <c>hh:mm:ss</c>.</summary>
public sealed record TimeProperty(string Name) : EditableProperty(Name)
{
    public override string Show(JsonNode? value) =>
        TimeSpan.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var time) ? time.ToString(@"hh\:mm", CultureInfo.InvariantCulture) : "";

    protected override JsonNode? Read(string text) =>
        TimeOnly.TryParse(text.Trim(), CultureInfo.InvariantCulture, out var time) ? JsonValue.Create(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)) : null;

    protected override string Complaint => EditingText.NotATime;
}

/// <summary>Moments between JSON, forms and the database.</summary>
public static class Moments
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";

    /// <summary>Moments of a site's life. Outside of them there is no era to write them in.</summary>
    private const int EarliestYear = 1900;
    private const int LatestYear = 2200;

    public static DateTime? Of(JsonNode? value) =>
        DateTime.TryParse(value?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    /// <summary>As a form of type <c>datetime-local</c> shows it, by Tokyo's clock.</summary>
    public static string Local(DateTime utc) => JapaneseDate.InTokyo(utc).ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The moment of what such a form says, or null.</summary>
    public static DateTime? FromLocal(string? text) =>
        DateTimeOffset.TryParseExact(text?.Trim() + "+09:00", [Form + "zzz", "yyyy-MM-dd'T'HH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year is >= EarliestYear and <= LatestYear ? moment.UtcDateTime : null;
}

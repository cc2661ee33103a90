using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Editing;

/// <summary>What a button inside a form asks for that is not yet a save: a bag gets one item more or less, or another order.</summary>
/// <param name="Verb"><c>add</c>, <c>remove</c>, <c>up</c> or <c>down</c>.</param>
/// <param name="List">Name of the list of ids in the form.</param>
/// <param name="What">The type to add, or the id that is meant.</param>
public sealed record FormAct(string Verb, string List, string What)
{
    private static readonly string[] Verbs = ["add", "remove", "up", "down"];

    /// <summary>Reads a button's value, <c>verb:list:what</c>; null when it is something else.</summary>
    public static FormAct? Of(string? text) =>
        text?.Split(':') is [var verb, var list, var what] && Verbs.Contains(verb) ? new(verb, list, what) : null;

    public static string Value(string verb, string list, string what) => $"{verb}:{list}:{what}";

    /// <summary>Does it to the form, so that the page drawn again shows it. Nothing is saved.</summary>
    public void ApplyTo(PostedForm form)
    {
        var ids = form.Values(List).ToList();
        var at = ids.IndexOf(What);
        if (Verb == "add") ids.Add(New(form));
        else if (at < 0) return;
        else if (Verb == "remove") ids.RemoveAt(at);
        else if (Verb == "up" && at > 0) (ids[at - 1], ids[at]) = (ids[at], ids[at - 1]);
        else if (Verb == "down" && at < ids.Count - 1) (ids[at + 1], ids[at]) = (ids[at], ids[at + 1]);
        form.Put(List, ids.Prepend(""));
    }

    private string New(PostedForm form)
    {
        var id = ContentId.New();
        form.Put($"{List[..List.LastIndexOf('.')]}.{id}.ContentType", What);
        return id;
    }
}

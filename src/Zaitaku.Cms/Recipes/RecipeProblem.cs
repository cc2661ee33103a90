namespace Zaitaku.Cms.Recipes;

/// <summary>Why a recipe cannot be applied.</summary>
/// <param name="File">The file's name, as the reader of the message knows it.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Path">JSON path, for example <c>$.steps[0].data[3].TitlePart.Title</c>.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record RecipeProblem(string File, int Line, string Path, string Message)
{
    public override string ToString() => RecipesText.Problem(File, Line, Path, Message);
}

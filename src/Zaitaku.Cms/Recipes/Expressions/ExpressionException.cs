namespace Zaitaku.Cms.Recipes.Expressions;

/// <summary>Carries the reason out of the depth of an expression; the message is for the recipe's author.</summary>
internal class ExpressionException(string message) : Exception(message);

/// <summary>A script Orchard Core can run and this site cannot. Whoever meets it keeps the text.</summary>
internal sealed class ForeignScriptException() : ExpressionException(RecipesText.ExpressionShape);

namespace Zaitaku.Cms.Recipes.Expressions;

/// <summary>Carries the reason out of the depth of an expression; the message is for the recipe's author.</summary>
internal sealed class ExpressionException(string message) : Exception(message);

namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary><c>WorkflowType {data: [{WorkflowTypeId, Name, Activities, Transitions}]}</c>.</summary>
public sealed class WorkflowTypeStep() : KeptEntriesStep("WorkflowType", "data", ["WorkflowTypeId", "Name"], either: true);

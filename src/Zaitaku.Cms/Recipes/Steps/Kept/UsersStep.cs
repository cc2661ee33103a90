namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary><c>Users {Users: [{UserId, UserName, Email, RoleNames, …}]}</c>: nobody can sign in by it, for hashes of passwords are not kept.</summary>
public sealed class UsersStep() : KeptEntriesStep("Users", "Users", ["UserId", "UserName"], either: true);

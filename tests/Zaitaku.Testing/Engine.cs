using System.Reflection;
using Xunit.Sdk;

namespace Zaitaku.Testing;

public enum Engine
{
    Sqlite,
    PostgreSql,
}

/// <summary>
/// Runs a data test on each engine there is: always SQLite; PostgreSQL when the environment variable <c>ZAITAKU_TEST_POSTGRES</c> holds the
/// connection string of a server on which databases may be made.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachEngineAttribute : DataAttribute
{
    public const string PostgresVariable = "ZAITAKU_TEST_POSTGRES";

    public static string? Postgres => Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } server ? server : null;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Postgres is null ? [[Engine.Sqlite]] : [[Engine.Sqlite], [Engine.PostgreSql]];
}

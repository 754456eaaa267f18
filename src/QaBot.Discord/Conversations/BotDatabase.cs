using Microsoft.Data.Sqlite;

namespace QaBot.Discord.Conversations;

/// <summary>The file in which the bot keeps conversations, feedback and how servers have set it up; several processes may use it.</summary>
public sealed class BotDatabase : IDisposable
{
    /// <summary>The name of the file in the data directory.</summary>
    public const string FileName = "discord.db";

    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = ON;
        CREATE TABLE IF NOT EXISTS turn (
            id INTEGER PRIMARY KEY AUTOINCREMENT, conversation TEXT NOT NULL, channel INTEGER NOT NULL, user INTEGER NOT NULL, at INTEGER NOT NULL,
            answer TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS turn_conversation ON turn (conversation);
        CREATE INDEX IF NOT EXISTS turn_user ON turn (user);
        CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, turn INTEGER NOT NULL REFERENCES turn (id) ON DELETE CASCADE);
        CREATE INDEX IF NOT EXISTS message_turn ON message (turn);
        CREATE TABLE IF NOT EXISTS feedback (
            turn INTEGER NOT NULL, user INTEGER NOT NULL, good INTEGER NOT NULL, at INTEGER NOT NULL, answer TEXT NOT NULL, asker INTEGER, reason TEXT,
            PRIMARY KEY (turn, user));
        CREATE TABLE IF NOT EXISTS setup (guild INTEGER PRIMARY KEY, channels TEXT NOT NULL, threads INTEGER NOT NULL, private INTEGER NOT NULL);
        """;

    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;

    private BotDatabase(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the file; makes it and its directory where there is none.</summary>
    /// <exception cref="DiscordException">It cannot be opened.</exception>
    public static BotDatabase Open(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        var file = Path.Combine(directory, FileName);
        SqliteConnection? connection = null;
        try
        {
            Directory.CreateDirectory(directory);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            connection.Open();
            Protect(file);
            using var command = connection.CreateCommand();
            command.CommandText = Schema;
            command.ExecuteNonQuery();
            Check(connection);
            return new BotDatabase(connection);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            connection?.Dispose();
            throw new DiscordException(
                $"The data file {file} cannot be used: {e.Message.TrimEnd('.')}.",
                "Make Discord:DataDirectory a directory that can be written to; a damaged file may be deleted, with what is in it.",
                isFatal: true,
                innerException: e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>Carries out a statement.</summary>
    /// <returns>The rows it changed.</returns>
    internal int Execute(string sql, params (string Name, object Value)[] parameters)
    {
        lock (_lock)
        {
            using var command = Command(sql, parameters);
            return command.ExecuteNonQuery();
        }
    }

    /// <summary>Carries out statements of which all hold or none.</summary>
    internal void InTransaction(Action action)
    {
        lock (_lock)
        {
            using var transaction = _connection.BeginTransaction();
            action();
            transaction.Commit();
        }
    }

    /// <summary>The rows of a query.</summary>
    internal List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object Value)[] parameters)
    {
        lock (_lock)
        {
            using var command = Command(sql, parameters);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }

    /// <summary>Leaves the file to its owner, with those beside it, which are made with its permissions: what is asked in private is nobody else's on the machine either.</summary>
    private static void Protect(string file)
    {
        const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            foreach (var path in new[] { file, file + "-wal", file + "-shm" }.Where(File.Exists))
            {
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) & Owners);
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or FileNotFoundException)
        {
            // Another's file is theirs to protect; one that another process has just taken away needs nothing.
        }
    }

    /// <summary>Finds out now what would fail later: damage behind the first page, a file of before, and one that can only be read.</summary>
    private static void Check(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (command.ExecuteScalar() is not "ok" and var damage)
        {
            throw new IOException($"it is damaged ({damage})");
        }

        AddColumn(connection, "asker", "ALTER TABLE feedback ADD COLUMN asker INTEGER");
        AddColumn(connection, "reason", "ALTER TABLE feedback ADD COLUMN reason TEXT");

        // Only a statement that writes is refused on a file that can only be read: a transaction alone is not.
        command.CommandText = "DELETE FROM turn WHERE id IS NULL";
        command.ExecuteNonQuery();
    }

    private static void AddColumn(SqliteConnection connection, string name, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM pragma_table_info('feedback') WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        if (command.ExecuteScalar() is 0L)
        {
#pragma warning disable CA2100 // A constant of this class.
            command.CommandText = statement;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }

    private SqliteCommand Command(string sql, (string Name, object Value)[] parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this project; what users give are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value is ulong id ? unchecked((long)id) : value);
        }

        return command;
    }
}

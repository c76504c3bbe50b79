import java.nio.file.Path;
import java.util.Set;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** A Neo4j on the loopback interface, for the tests: `Server.java DIR PORT [READ_ONLY_DATABASE]`; it stops when standard input closes. */
public class Server {
  public static void main(String[] arguments) throws Exception {
    var address = new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1]));
    Set<String> readOnly = arguments.length > 2 ? Set.of(arguments[2]) : Set.of();
    DatabaseManagementService service =
        new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
            .setConfig(GraphDatabaseSettings.auth_enabled, true)
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, address)
            .setConfig(GraphDatabaseSettings.read_only_databases, readOnly)
            .build();
    System.out.println("ready");
    while (System.in.read() >= 0) {}
    service.shutdown();
  }
}

package mysfits.dynamodb;

import java.net.InetSocketAddress;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import org.eclipse.jetty.server.Server;

/**
 * DynamoDB Local in memory, on 127.0.0.1 only. Its own main class listens on every
 * interface of the machine and reports its start to its vendor; this one does neither.
 */
public final class LoopbackDynamoDb {

	private LoopbackDynamoDb() {
	}

	/**
	 * Runs until the process is ended.
	 * @param args the port
	 * @throws Exception when the server does not start
	 */
	public static void main(String[] args) throws Exception {
		int port = Integer.parseInt(args[0]);
		boolean inMemory = true;
		boolean oneDatabaseForAllCredentials = true;
		boolean delayTransientStatuses = false;
		LocalDynamoDBRequestHandler requests = new LocalDynamoDBRequestHandler(0, inMemory, null,
				oneDatabaseForAllCredentials, delayTransientStatuses);
		Server server = new Server(new InetSocketAddress("127.0.0.1", port));
		server.setHandler(new LocalDynamoDBServerHandler(requests, null));
		server.start();
		server.join();
	}

}

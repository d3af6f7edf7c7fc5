package io.tracingstarter.resource;

import java.io.IOException;
import java.util.Map;

/**
 * An environment of AWS Elastic Beanstalk, which leaves a file for X-Ray on its instances
 * of EC2.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/xray/latest/devguide/xray-services-beanstalk.html">X-Ray
 * and Elastic Beanstalk</a>
 */
final class BeanstalkEnvironment implements AwsPlatform {

	private static final String FILE = "/var/elasticbeanstalk/xray/environment.conf";

	@Override
	public boolean detect(Machine machine, Found found) throws IOException {
		String content = machine.file(FILE);
		if (content == null) {
			return false;
		}
		found.platform("aws_elastic_beanstalk");
		Map<String, Object> environment = machine.object(content);
		found.text("service.namespace", environment.get("environment_name"))
			.text("service.version", environment.get("version_label"))
			.text("service.instance.id", environment.get("deployment_id"));
		new Ec2Instance().detect(machine, found);
		return true;
	}

}

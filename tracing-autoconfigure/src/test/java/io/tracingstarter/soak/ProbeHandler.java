package io.tracingstarter.soak;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Looks at an event loop when bytes arrive, and when it has dealt with them.
 */
class ProbeHandler extends ChannelInboundHandlerAdapter {

	private final ThreadProbe probe;

	ProbeHandler(ThreadProbe probe) {
		this.probe = probe;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		this.probe.look();
		context.fireChannelRead(message);
		this.probe.look();
	}

}

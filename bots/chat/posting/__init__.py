"""What platforms share in bringing answers and videos into chats; how a message is sent is each one's own."""
